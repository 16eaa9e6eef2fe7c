import { describe, expect, it } from 'vitest';
import { tellChanges, tellUnknown } from '../../wpt/tell-changes.mjs';

const measured = Object.fromEntries([102, 138, 156].map((major) => [major, { version: `${major}.0.1`, runs: 3, date: '2026-11-28' }]));
/** @type {import('../../wpt/expectations.mjs').Expectations} */
const expectations = { engine: 'chromium', measured, tests: { 'a.https.html': { steady: [[102, 156, 'FAIL']], turned: [[102, 138, 'FAIL'], [156, 156, 'PASS']], race: [[102, 156, 'EITHER']] } } };
/** @param {import('../../wpt/expectations.mjs').Outcome[]} outcomes */
const seen = (...[steady, turned, race]) => ({ 'a.https.html': /** @type {Record<string, import('../../wpt/expectations.mjs').Outcome>} */ ({ steady, turned, race }) });
const sentences = (/** @type {number} */ major, /** @type {import('../../wpt/expectations.mjs').Seen} */ all) => tellChanges(expectations, major, all).map(({ sentence }) => sentence);

describe('what has changed', () => {
  it('is nothing where a browser does what is expected of it', () => {
    expect(sentences(138, seen('FAIL', 'FAIL', 'PASS'))).toEqual([]);
    expect(sentences(157, seen('FAIL', 'PASS', 'FAIL'))).toEqual([]);
  });

  it('is told of a newer version that passes', () => {
    expect(sentences(157, seen('PASS', 'PASS', 'PASS'))).toEqual(['Chromium 157 now passes (Chromium 102 to 156 failed when measured): "steady" (a.https.html)']);
  });

  it('is told of a version that fails', () => {
    expect(sentences(156, seen('FAIL', 'FAIL', 'PASS'))).toEqual(['Chromium 156 now fails (Chromium 156 passed when measured): "turned" (a.https.html)']);
  });

  it('is told of what has become a race', () => {
    expect(sentences(157, seen('FAIL', 'EITHER', 'PASS'))).toEqual(['Chromium 157 now passes in some runs and fails in others (Chromium 156 passed when measured): "turned" (a.https.html)']);
  });

  it('is either between two versions that differ', () => {
    expect(sentences(150, seen('FAIL', 'FAIL', 'PASS'))).toEqual([]);
    expect(sentences(150, seen('FAIL', 'PASS', 'PASS'))).toEqual([]);
  });

  it('is told of an older version', () => {
    expect(sentences(90, seen('FAIL', 'PASS', 'PASS'))).toEqual(['Chromium 90 now passes (Chromium 102 to 138 failed when measured): "turned" (a.https.html)']);
  });

  it('is a subtest that is new, and one that is gone', () => {
    expect(sentences(156, { 'a.https.html': { steady: 'FAIL', race: 'PASS', added: 'PASS' } })).toEqual([
      'Chromium 156 has a subtest without expectations: "added" (a.https.html)',
      'Chromium 156 no longer has the subtest: "turned" (a.https.html)',
    ]);
  });

  it('is a file that was never measured', () => {
    expect(sentences(156, { 'b.https.html': { one: 'PASS' } })).toEqual(['b.https.html has no expectations yet: npm run wpt -- --save measures it']);
  });

  it('is nothing for an engine of which nothing was measured', () => {
    expect(tellChanges({ engine: 'firefox', measured: {}, tests: {} }, 153, { 'a.https.html': { one: 'PASS' } })).toEqual([]);
  });
});

describe('a version that was not measured', () => {
  it.each([
    [157, 'Chromium 157 was not measured: it is compared with Chromium 156 (npm run wpt -- --save measures it)'],
    [150, 'Chromium 150 was not measured: it is compared with Chromium 138 and Chromium 156 (npm run wpt -- --save measures it)'],
    [90, 'Chromium 90 was not measured: it is compared with Chromium 102 (npm run wpt -- --save measures it)'],
  ])('%i is told', (major, sentence) => expect(tellUnknown(expectations, major)).toBe(sentence));

  it('is not told of one that was', () => expect(tellUnknown(expectations, 138)).toBeUndefined());
  it('is told where none was', () => expect(tellUnknown({ engine: 'firefox', measured: {}, tests: {} }, 153)).toContain('nothing is compared'));
});
