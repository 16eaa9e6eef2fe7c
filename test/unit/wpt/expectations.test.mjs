import { describe, expect, it } from 'vitest';
import { CONTESTED } from '../../wpt/contested.mjs';
import { HARNESS, expectedOf, formatExpectations, readExpectations, seenIn, withMeasurement } from '../../wpt/expectations.mjs';
import { ENGINES } from '../../wpt/results-table.mjs';
import { TESTS } from '../../wpt/wpt-files.mjs';

/** @typedef {import('../../wpt/expectations.mjs').Range} Range */

const EMPTY = /** @type {const} */ ({ engine: 'chromium', measured: {}, tests: {} });
const of = (/** @type {string} */ version) => ({ version, runs: 3, date: '2026-11-28' });
/** @param {Record<string, import('../../wpt/run-wpt.mjs').Status>} statuses */
const page = (statuses, /** @type {'OK' | 'ERROR'} */ harness = 'OK') => ({ 'a.https.html': { harness, message: '', subtests: Object.entries(statuses).map(([name, status]) => ({ name, status, message: '' })) } });

describe('what was seen', () => {
  it('is what all runs saw, and a race where they differ', () => {
    expect(seenIn([page({ one: 'PASS', two: 'PASS', three: 'TIMEOUT' }), page({ one: 'PASS', two: 'FAIL', three: 'NOTRUN' })])).toEqual({
      'a.https.html': { [HARNESS]: 'PASS', one: 'PASS', two: 'EITHER', three: 'FAIL' },
    });
  });

  it('stays a race in a third run', () => {
    expect(seenIn([page({ one: 'PASS' }), page({ one: 'FAIL' }), page({ one: 'FAIL' })])['a.https.html']?.one).toBe('EITHER');
  });

  it('has the complaints of testharness.js itself', () => {
    expect(seenIn([page({ one: 'PASS' }, 'ERROR')])['a.https.html']?.[HARNESS]).toBe('FAIL');
  });
});

describe('what is expected of a version', () => {
  /** @type {Range[]} */
  const ranges = [[102, 120, 'FAIL'], [138, 156, 'PASS']];

  it.each([
    [102, 'FAIL'],
    [110, 'FAIL'],
    [130, 'EITHER'],
    [150, 'PASS'],
    [157, 'PASS'],
    [99, 'FAIL'],
  ])('%i: %s', (major, outcome) => expect(expectedOf(ranges, major)).toBe(outcome));

  it('is nothing where nothing was measured', () => expect(expectedOf([], 150)).toBeUndefined());
});

describe('a measurement', () => {
  const first = withMeasurement(EMPTY, of('138.0.1'), { 'a.https.html': { one: 'FAIL', two: 'PASS' } });
  const second = withMeasurement(first, of('156.0.1'), { 'a.https.html': { one: 'FAIL', two: 'FAIL' } });

  it('makes one range of versions that do the same, and keeps the others apart', () => {
    expect(second.tests['a.https.html']).toEqual({ one: [[138, 156, 'FAIL']], two: [[138, 138, 'PASS'], [156, 156, 'FAIL']] });
    expect(Object.keys(second.measured)).toEqual(['138', '156']);
  });

  it('takes the place of an older one of its version', () => {
    expect(withMeasurement(second, of('138.0.2'), { 'a.https.html': { one: 'PASS', two: 'FAIL' } }).tests['a.https.html']).toEqual({ one: [[138, 138, 'PASS'], [156, 156, 'FAIL']], two: [[138, 156, 'FAIL']] });
  });

  it('stands in the order of versions, whenever it was made', () => {
    const between = withMeasurement(second, of('150.0.1'), { 'a.https.html': { one: 'PASS', two: 'PASS' } });
    expect(between.tests['a.https.html']).toEqual({ one: [[138, 138, 'FAIL'], [150, 150, 'PASS'], [156, 156, 'FAIL']], two: [[138, 150, 'PASS'], [156, 156, 'FAIL']] });
  });

  it('forgets subtests and files that are no more', () => {
    expect(withMeasurement(second, of('157.0.1'), { 'b.https.html': { one: 'PASS' } }).tests).toEqual({ 'b.https.html': { one: [[157, 157, 'PASS']] } });
  });

  it('is written as JSON that reads the same', () => expect(JSON.parse(formatExpectations(second))).toEqual(second));
});

describe.each(ENGINES)('the committed expectations of %s', (engine) => {
  const { measured, tests } = readExpectations(engine);
  const versions = Object.keys(measured).map(Number);

  it('are of every test file, and of no other', () => expect(Object.keys(tests)).toEqual(TESTS));

  it('have ranges of measured versions alone, ascending, of all of them', () => {
    const wrong = Object.entries(tests).flatMap(([test, subtests]) =>
      Object.entries(subtests)
        .filter(([, ranges]) => {
          const covered = versions.filter((version) => ranges.some(([first, last]) => first <= version && version <= last));
          const ends = ranges.flatMap(([first, last]) => [first, last]);
          return covered.length !== versions.length || !ends.every((end, i) => versions.includes(end) && (i === 0 || end >= (ends[i - 1] ?? 0)));
        })
        .map(([subtest]) => `${test}: ${subtest}`));
    expect(wrong).toEqual([]);
  });

  it('have no page that testharness.js complained of', () => {
    expect(Object.values(tests).flatMap((subtests) => subtests[HARNESS]?.map(([, , outcome]) => outcome) ?? ['none']).filter((outcome) => outcome !== 'PASS')).toEqual([]);
  });

  it('have the contested subtests', () => {
    for (const { test, subtest } of CONTESTED) expect(Object.keys(tests[test] ?? {}), test).toContain(subtest);
  });
});
