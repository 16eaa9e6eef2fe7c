import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {import('../browsers/find-browsers.mjs').Engine} Engine
 *
 * @typedef {'PASS' | 'FAIL' | 'EITHER'} Outcome `EITHER`: a race, both were seen
 *
 * @typedef {[first: number, last: number, outcome: Outcome]} Range the measured versions from `first` to `last`
 *
 * @typedef {object} Expectations what an engine does natively
 * @property {Engine} engine
 * @property {Record<string, { version: string, runs: number, date: string }>} measured by major version
 * @property {Record<string, Record<string, Range[]>>} tests file → subtest → outcomes by version, ascending
 *
 * @typedef {Record<string, Record<string, Outcome>>} Seen file → subtest → outcome, of one browser
 */

/** The name under which it is kept whether testharness.js itself had something to complain of: an error outside of the subtests, a page that timed out. */
export const HARNESS = '(the page)';

/** @param {Engine} engine */
const place = (engine) => new URL(`expectations/${engine}.json`, import.meta.url);

/**
 * The committed expectations of an engine; empty where there are none.
 * @param {Engine} engine
 * @returns {Expectations}
 */
export function readExpectations(engine) {
  return existsSync(place(engine)) ? JSON.parse(readFileSync(place(engine), 'utf8')) : { engine, measured: {}, tests: {} };
}

/** @param {Expectations} expectations */
export function writeExpectations(expectations) {
  writeFileSync(place(expectations.engine), formatExpectations(expectations));
}

/**
 * As JSON, one line a measured version and one a subtest.
 * @param {Expectations} expectations
 * @returns {string}
 */
export function formatExpectations({ engine, measured, tests }) {
  const block = (/** @type {string[]} */ lines, /** @type {string} */ indent) => (lines.length ? `{\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}}` : '{}');
  const pairs = (/** @type {Record<string, unknown>} */ object) => Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const files = Object.entries(tests).map(([name, subtests]) => `${JSON.stringify(name)}: ${block(pairs(subtests), '    ')}`);
  return `{\n  "engine": ${JSON.stringify(engine)},\n  "measured": ${block(pairs(measured), '  ')},\n  "tests": ${block(files, '  ')}\n}\n`;
}

/**
 * What several runs in one browser saw: what was not always the same is a race.
 * @param {readonly import('./run-wpt.mjs').Results[]} runs
 * @returns {Seen}
 */
export function seenIn(runs) {
  /** @type {Seen} */
  const seen = {};
  for (const results of runs) {
    for (const [test, { harness, subtests }] of Object.entries(results)) {
      const file = (seen[test] ??= {});
      for (const { name, status } of [{ name: HARNESS, status: harness === 'OK' ? 'PASS' : 'FAIL' }, ...subtests]) {
        const outcome = status === 'PASS' ? 'PASS' : 'FAIL';
        file[name] = (file[name] ?? outcome) === outcome ? outcome : 'EITHER';
      }
    }
  }
  return seen;
}

/**
 * What is expected of a version: what was measured of it; between two measured versions what both do, or either where they differ; beyond them what the nearest does.
 * @param {readonly Range[]} ranges
 * @param {number} major
 * @returns {Outcome | undefined} nothing where nothing was measured
 */
export function expectedOf(ranges, major) {
  const inside = ranges.find(([first, last]) => first <= major && major <= last);
  if (inside) return inside[2];
  const below = ranges.filter(([, last]) => last < major).at(-1);
  const above = ranges.find(([first]) => first > major);
  if (below && above) return 'EITHER';
  return (below ?? above)?.[2];
}

/**
 * Expectations with what was seen of one more version, or anew of one.
 * @param {Expectations} expectations
 * @param {{ version: string, runs: number, date: string }} measurement
 * @param {Seen} seen
 * @returns {Expectations}
 */
export function withMeasurement({ engine, measured, tests }, measurement, seen) {
  const major = Number.parseInt(measurement.version, 10);
  const all = byNumber({ ...measured, [major]: measurement });
  const versions = Object.keys(all).map(Number);
  /** @type {Expectations['tests']} */
  const next = {};
  for (const [test, subtests] of Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1))) {
    // What this run does not know any more is no subtest any more.
    next[test] = Object.fromEntries(Object.entries(subtests).map(([name, outcome]) => {
      const before = tests[test]?.[name] ?? [];
      const known = versions.flatMap((version) => {
        const of = version === major ? outcome : before.find(([first, last]) => first <= version && version <= last)?.[2];
        return of ? [/** @type {const} */ ([version, of])] : [];
      });
      return [name, inRanges(known)];
    }));
  }
  return { engine, measured: all, tests: next };
}

/**
 * @param {readonly (readonly [number, Outcome])[]} known by version, ascending
 * @returns {Range[]}
 */
function inRanges(known) {
  /** @type {Range[]} */
  const ranges = [];
  for (const [version, outcome] of known) {
    const last = ranges.at(-1);
    if (last?.[2] === outcome) last[1] = version;
    else ranges.push([version, version, outcome]);
  }
  return ranges;
}

/**
 * @template T
 * @param {Record<string, T>} object
 */
const byNumber = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => Number(a) - Number(b)));
