import { readFileSync, writeFileSync } from 'node:fs';
import { isContested } from './contested.mjs';
import { HARNESS, expectedOf, readExpectations } from './expectations.mjs';
import { nameOf } from './tell-changes.mjs';

/** @typedef {import('./expectations.mjs').Expectations} Expectations */

const README = new URL('./README.md', import.meta.url);
const MARKERS = /(<!-- results -->\n)[\s\S]*?(\n<!-- \/results -->)/;

/** The engines whose expectations are kept. */
export const ENGINES = /** @type {const} */ (['chromium', 'firefox']);

/**
 * Markdown: for each file how many of its subtests pass in the newest measured version of each engine; then each subtest that fails in a measured version, and in which.
 * @param {readonly Expectations[]} all
 * @returns {string}
 */
export function resultsTable(all) {
  const newest = all.map(({ measured }) => Math.max(...Object.keys(measured).map(Number)));
  const files = Object.keys(all[0]?.tests ?? {});
  const passing = (/** @type {string} */ file) => all.map(({ tests }, i) => {
    const subtests = Object.entries(tests[file] ?? {}).filter(([name]) => name !== HARNESS);
    return `${subtests.filter(([, ranges]) => expectedOf(ranges, newest[i] ?? 0) === 'PASS').length} of ${subtests.length}`;
  });
  const sections = files.flatMap((file) => {
    const names = [...new Set(all.flatMap(({ tests }) => Object.keys(tests[file] ?? {})))];
    const failing = names.map((name) => ({ name, cells: all.map(({ tests }) => failures(tests[file]?.[name] ?? [])) })).filter(({ cells }) => cells.some(Boolean));
    if (failing.length === 0) return [];
    return [`#### ${file}`, '', ...rows(['fails in', ...all.map(({ engine }) => nameOf(engine, 0).replace(' 0', ''))], failing.map(({ name, cells }) => [isContested(file, name) ? `${name} (see above)` : name, ...cells])), ''];
  });
  return [
    '### How many pass natively',
    '',
    ...rows(['file', ...all.map(({ engine }, i) => nameOf(engine, newest[i] ?? 0))], files.map((file) => [`[${file}](${file})`, ...passing(file)])),
    '',
    `Measured natively: ${all.flatMap(({ engine, measured }) => Object.entries(measured).map(([major, { version, runs, date }]) => `${nameOf(engine, Number(major))} (${version}, ${runs === 1 ? 'one run' : `${runs} runs`}, ${date})`)).join('; ')}.`,
    '',
    '### Which fail, and in which of these versions',
    '',
    'What stands in no row passes in all of them. "Now and then" is a race: some runs passed.',
    '',
    ...sections,
  ].join('\n').trimEnd();
}

/** @param {readonly import('./expectations.mjs').Range[]} ranges */
function failures(ranges) {
  return ranges
    .filter(([, , outcome]) => outcome !== 'PASS')
    .map(([first, last, outcome]) => `${first === last ? first : `${first}–${last}`}${outcome === 'EITHER' ? ' now and then' : ''}`)
    .join(', ');
}

/**
 * @param {string[]} head
 * @param {string[][]} body
 */
function rows(head, body) {
  const row = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |');
  return [row(head), `|${'---|'.repeat(head.length)}`, ...body.map(row)];
}

/**
 * A README with this table between its markers.
 * @param {string} readme
 * @param {string} table
 */
export function withTable(readme, table) {
  if (!MARKERS.test(readme)) throw new TypeError('test/wpt/README.md has lost the markers <!-- results --> and <!-- /results --> between which its table stands: put them back');
  return readme.replace(MARKERS, (_all, start, end) => `${start}${table}${end}`);
}

/** Writes the table of the committed expectations into test/wpt/README.md. */
export function writeResultsTable() {
  writeFileSync(README, withTable(readFileSync(README, 'utf8'), resultsTable(ENGINES.map(readExpectations))));
}
