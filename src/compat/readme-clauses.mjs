import { clauseSources } from './clause-sources.mjs';
import { engineNames } from './engine-names.mjs';
import { RACES, keeping } from './keeping.mjs';
import { markdownTable } from './markdown-table.mjs';
import { listed, majorsOf } from './measured-versions.mjs';
import { clausesOf } from './read-table.mjs';
import { spans } from './spans.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./keeping.mjs').Keeping} Keeping
 */

const COLUMNS = /** @type {const} */ (['chromium', 'firefox']);
// Worse ones last.
const KEEPING = /** @type {Keeping[]} */ (['cannot-tell', 'kept', 'mostly', 'sometimes', 'broken']);

/**
 * The clauses, and which measured builds keep them, as Markdown; with what its words mean.
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function readmeClauses(data, measurements) {
  return `${clauseTable(data, measurements)}\n\n${legend(measurements)}`;
}

/**
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 */
function clauseTable(data, measurements) {
  const rows = clausesOf(data).map(({ id, sentence }) => [
    `\`${id}\``,
    sentence,
    ...COLUMNS.map((engine) => kept(id, measurements.filter((one) => one.engine === engine))),
    shimmedIn(id, measurements),
  ]);
  return markdownTable(['Clause', 'After `close()` …', ...COLUMNS.map((engine) => `${engineNames[engine]} keeps it in`), 'With the shim'], rows);
}

/**
 * What the words and versions in the table mean.
 * @param {readonly Measurement[]} measurements
 */
function legend(measurements) {
  return [
    `Measured: ${listed(measurements, (majors) => majors.join(', '))}.`,
    '64–156 stands for the measured versions from 64 to 156, "all" for each that has what the clause is about, "none" for none of them. What lies between two',
    `measured versions was not measured. "mostly": ${RACES.mostly}, and the next may break it. "sometimes": ${RACES.sometimes}.`,
  ].join('\n');
}

/**
 * @param {string} id
 * @param {readonly Measurement[]} measurements of one engine
 */
function kept(id, measurements) {
  const silent = clauseSources[id]?.withoutMember ? 'broken' : 'cannot-tell';
  const of = (/** @type {number} */ major) => {
    const found = measurements.filter(({ version }) => majorOf(version) === major).map((one) => KEEPING.indexOf(keeping(one, id, 'native')));
    const worst = KEEPING[Math.max(...found)];
    return worst === 'cannot-tell' ? silent : worst;
  };
  const concerned = majorsOf(measurements).filter((major) => of(major) !== 'cannot-tell');
  if (concerned.length === 0) return 'not there';
  const words = /** @type {const} */ ({ kept: '', mostly: 'mostly', sometimes: 'sometimes' });
  const parts = /** @type {(keyof typeof words)[]} */ (Object.keys(words)).flatMap((how) => {
    const versions = spans(concerned, (major) => of(major) === how);
    const isAll = concerned.every((major) => of(major) === how);
    return versions ? [isAll ? words[how] || 'all' : `${words[how]} ${versions}`.trim()] : [];
  });
  return parts.join('; ') || 'none';
}

/**
 * @param {string} id
 * @param {readonly Measurement[]} measurements
 */
function shimmedIn(id, measurements) {
  const broken = measurements.filter(({ clauses }) => clauses[id]?.shimmed.verdict === 'broken');
  if (broken.length) return `all but ${listed(broken, (majors) => majors.join(', '))}`;
  const isSilent = clauseSources[id]?.withoutMember && measurements.some(({ clauses }) => clauses[id]?.native.verdict === 'cannot-tell');
  return isSilent ? 'all that give a sign' : 'all';
}
