import { HARNESS, expectedOf } from './expectations.mjs';

/**
 * @typedef {import('./expectations.mjs').Expectations} Expectations
 * @typedef {import('./expectations.mjs').Seen} Seen
 *
 * @typedef {object} Change
 * @property {string} test the name of the file
 * @property {string} subtest
 * @property {string} sentence
 */

const NAMES = { chromium: 'Chromium', firefox: 'Firefox' };

/**
 * An engine and version as people write it.
 * @param {import('../browsers/find-browsers.mjs').Engine} engine
 * @param {number} major
 */
export const nameOf = (engine, major) => `${NAMES[engine]} ${major}`;

/**
 * In a sentence, what a version is compared with that was not measured; nothing of one that was.
 * @param {Expectations} expectations
 * @param {number} major
 * @returns {string | undefined}
 */
export function tellUnknown({ engine, measured }, major) {
  if (measured[major]) return undefined;
  const versions = Object.keys(measured).map(Number);
  const below = versions.filter((version) => version < major).at(-1);
  const above = versions.find((version) => version > major);
  const with_ = [below, above].filter((version) => version !== undefined).map((version) => nameOf(engine, version));
  const compared = with_.length ? `it is compared with ${with_.join(' and ')}` : 'and no other version of it was, so nothing is compared';
  return `${nameOf(engine, major)} was not measured: ${compared} (npm run wpt -- --save measures it)`;
}

/**
 * In sentences, what a browser natively does that is not expected of it.
 * @param {Expectations} expectations
 * @param {number} major
 * @param {Seen} seen of the files that were run
 * @returns {Change[]}
 */
export function tellChanges({ engine, measured, tests }, major, seen) {
  const name = nameOf(engine, major);
  const unknown = Object.keys(measured).length === 0;
  return Object.entries(seen).flatMap(([test, subtests]) => {
    const expected = tests[test];
    if (!expected) return unknown ? [] : [{ test, subtest: HARNESS, sentence: `${test} has no expectations yet: npm run wpt -- --save measures it` }];
    const tell = (/** @type {string} */ subtest, /** @type {string} */ says) => ({ test, subtest, sentence: `${name} ${says}: "${subtest}" (${test})` });
    const gone = Object.keys(expected).filter((subtest) => !(subtest in subtests)).map((subtest) => tell(subtest, 'no longer has the subtest'));
    const changed = Object.entries(subtests).flatMap(([subtest, outcome]) => {
      const ranges = expected[subtest];
      if (!ranges) return [tell(subtest, 'has a subtest without expectations')];
      const due = expectedOf(ranges, major);
      if (due === undefined || due === 'EITHER' || due === outcome) return [];
      const before = before_(engine, ranges, major);
      if (outcome === 'EITHER') return [tell(subtest, `now passes in some runs and fails in others (${before})`)];
      return [tell(subtest, outcome === 'PASS' ? `now passes (${before})` : `now fails (${before})`)];
    });
    return [...changed, ...gone];
  });
}

/**
 * Who did otherwise.
 * @param {import('../browsers/find-browsers.mjs').Engine} engine
 * @param {readonly import('./expectations.mjs').Range[]} ranges
 * @param {number} major
 */
function before_(engine, ranges, major) {
  const [first, last, outcome] = ranges.find(([first, last]) => first <= major && major <= last) ?? (major > (ranges.at(-1)?.[1] ?? 0) ? ranges.at(-1) : ranges[0]) ?? [major, major, 'PASS'];
  return `${first === last ? nameOf(engine, first) : `${NAMES[engine]} ${first} to ${last}`} ${outcome === 'PASS' ? 'passed' : 'failed'} when measured`;
}
