import { countBehaviours } from './behaviours.mjs';
import { clauseSources } from './clause-sources.mjs';
import { engineNames } from './engine-names.mjs';
import { RACES, keeping } from './keeping.mjs';
import { spans } from './spans.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./keeping.mjs').Keeping} Keeping
 */

const COLUMNS = /** @type {const} */ (['chromium', 'firefox']);
// As many versions as are listed rather than counted.
const FEW = 8;
// Worse ones last.
const KEEPING = /** @type {Keeping[]} */ (['cannot-tell', 'kept', 'mostly', 'sometimes', 'broken']);

/**
 * The generated parts of the README, by the name in their markers.
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 * @returns {Record<string, string>}
 */
export function readmeParts(data, measurements, browserName) {
  return { clauses: `${clauseTable(data, measurements)}\n\n${legend(measurements)}`, figure: figure(measurements), browsers: browserTable(data, measurements, browserName) };
}

/**
 * The project's aim as one figure.
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function figure(measurements) {
  const { builds, native, shimmed, keepNatively, keepShimmed } = countBehaviours(measurements);
  return `In ${builds} measured builds (${listed(measurements, inShort)}), ${native} different native behaviours of \`close()\`; with the shim, ${shimmed}. ` +
    `The whole contract is kept natively in ${keepNatively || 'none'} of them, with the shim in ${keepShimmed === builds ? 'all' : keepShimmed}.`;
}

/**
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 */
function clauseTable(data, measurements) {
  const rows = clausesOf(data).map(([id, { __compat: { description } }]) => [
    `\`${id}\``,
    description,
    ...COLUMNS.map((engine) => kept(id, measurements.filter((one) => one.engine === engine))),
    shimmedIn(id, measurements),
  ]);
  return table(['Clause', 'After `close()` …', ...COLUMNS.map((engine) => `${engineNames[engine]} keeps it in`), 'With the shim'], rows);
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
 * @param {readonly Measurement[]} measurements
 * @param {(majors: number[]) => string} inWords
 */
function listed(measurements, inWords) {
  const engines = [...new Set(measurements.map(({ engine }) => engine))];
  return engines.map((engine) => `${engineNames[engine]} ${inWords(majorsOf(measurements.filter((one) => one.engine === engine)))}`).join('; ');
}

/** @param {number[]} majors */
function inShort(majors) {
  if (majors.length > FEW) return `${majors[0]} to ${majors.at(-1)} in ${majors.length} versions`;
  return majors.join(', ').replace(/, (?=\d+$)/, ' and ');
}

/** @param {readonly Measurement[]} measurements */
function majorsOf(measurements) {
  return [...new Set(measurements.map(({ version }) => majorOf(version)))];
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

/**
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 */
function browserTable(data, measurements, browserName) {
  /** @type {Record<string, import('./statements.mjs').Evidence[]>} */
  const evidence = {};
  for (const [, { evidence: entries }] of clausesOf(data)) {
    for (const entry of entries) for (const browser of entry.browsers) (evidence[browser] ??= []).push(entry);
  }
  const rows = Object.entries(data.api.RTCPeerConnection.close.__compat.support).map(([browser, statements]) => [browserName(browser), since(statements), source(evidence[browser] ?? [], measurements)]);
  return table(['Browser', '`close()` since (MDN)', 'What it does is'], rows);
}

/**
 * @param {CompatData} data
 * @returns {[string, { __compat: { description: string }, evidence: import('./statements.mjs').Evidence[] }][]}
 */
function clausesOf(data) {
  const { close } = /** @type {Record<string, any>} */ (data.api.RTCPeerConnection);
  return Object.entries(close).filter(([key]) => key !== '__compat');
}

/** @param {Statement[]} statements */
function since(statements) {
  const added = statements.filter(({ version_added }) => version_added);
  return added.map(({ version_added, prefix }) => `${version_added}${prefix ? ` (${prefix}RTCPeerConnection)` : ''}`).join(', ') || 'never';
}

/**
 * @param {import('./statements.mjs').Evidence[]} entries
 * @param {readonly Measurement[]} measurements
 */
function source(entries, measurements) {
  const statuses = new Set(entries.map(({ status }) => status));
  const visited = [...new Set(entries.filter(({ status }) => status === 'contributed').flatMap(({ builds }) => builds?.split(', ') ?? []))];
  const also = visited.length ? `; contributed by visitors: ${visited.join(', ')}` : '';
  const engine = /** @type {keyof typeof engineNames | undefined} */ (entries.find((entry) => entry.engine)?.engine);
  if (statuses.has('measured')) {
    const majors = majorsOf(measurements.filter((one) => entries.some(({ status, builds }) => status === 'measured' && builds?.split(', ').includes(one.version))));
    return `measured: ${inShort(majors)}${also}`;
  }
  if (engine && statuses.has('mirrored')) return `taken from the measured ${engineNames[engine]} of the same engine version${also}${statuses.has('cited') ? '; cited before' : ''}`;
  return `cited${also}`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
