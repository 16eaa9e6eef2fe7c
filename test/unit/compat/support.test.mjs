import { describe, expect, it } from 'vitest';
import { erasOf, newestOfEach } from '../../../src/compat/eras.mjs';
import { fromTo, inWords, withCodeMarks } from '../../../src/compat/in-words.mjs';
import { measuredRuns } from '../../../src/compat/measured-runs.mjs';
import { openMdn } from '../../../src/compat/mdn.mjs';
import { supportIn } from '../../../src/compat/read-table.mjs';
import { supportOf } from '../../../src/compat/support.mjs';
import { fakeMeasurements } from './fake-measurements.mjs';

/**
 * What a browser's row says of measured builds.
 * @param {string} words
 * @param {{ clause?: string, engine?: 'chromium' | 'firefox', added?: number, isKept?: boolean, browser?: string }} [options]
 */
function support(words, { clause = 'send-is-refused', engine = 'chromium', added, isKept = false, browser = { chromium: 'chrome', firefox: 'firefox' }[engine] } = {}) {
  const releases = openMdn().releases(browser).filter((one) => one.engine === { chromium: 'Blink', firefox: 'Gecko' }[engine]);
  return supportOf(erasOf(measuredRuns(newestOfEach(fakeMeasurements(words, { clause, engine })), clause), { version: added, isKept }), releases);
}

describe('supportOf', () => {
  it('is one statement where there is one, and no list of one note', () => {
    expect(support('64b 65h')).toEqual({ version_added: '65', notes: 'Chromium 64: it is wrong.' });
    expect(support('64h')).toEqual({ version_added: '≤64' });
  });
  it('is false where no measured version keeps it, with what they do instead', () => {
    expect(support('64b 65c')).toEqual({ version_added: false, notes: 'Chromium 64 and 65, not all of it in each: it is wrong; it is wrong in another way.' });
    expect(support('64b 65b')).toEqual({ version_added: false, notes: 'Chromium 64 and 65: it is wrong.' });
  });
  it('is false where no measured version has what it is about', () => {
    expect(support('64a 72a')).toEqual({ version_added: false, notes: 'No measured version has what this is about.' });
  });
  it('says nothing of versions that lack the members, and takes the first with them from MDN where that lies between', () => {
    expect(support('64a 72a 76h', { added: 75 })).toEqual({ version_added: '75' });
    expect(support('64a 72a 76h', { added: 72 })).toEqual({ version_added: '≤76' });
  });
  it('takes from MDN since when it is kept, where its data knows', () => {
    expect(support('45b 64h', { added: 56, isKept: true })).toEqual({ version_added: '56', notes: 'Chromium 45: it is wrong.' });
    expect(support('45b 64h', { added: 56 })).toMatchObject({ version_added: '≤64' });
  });
  it('has a statement for each time that it was kept, newest first, and no range beside another statement', () => {
    expect(support('64h 72b 80h')).toEqual([
      { version_added: '80', notes: 'Chromium 73 to 79 were not measured.' },
      { version_added: '≤64', version_removed: '72', notes: ['Chromium 65 to 71 were not measured.', 'Chromium 72: it is wrong.'] },
    ]);
  });
  it('has no range of versions from after May 2020', () => {
    expect(support('84b 115h')).toEqual({ version_added: '115', notes: ['Chromium 84: it is wrong.', 'Chromium 85 to 114 were not measured.'] });
    expect(support('81b 115h 120h', { browser: 'edge' })).toMatchObject({ version_added: '115' });
    expect(support('115h')).toEqual({ version_added: '115', notes: 'Older versions than Chromium 115 were not measured.' });
  });
  it('calls a race partial, also where no run broke the clause', () => {
    expect(support('85h 87h', { clause: 'gathering-state-stays' })).toMatchObject({ partial_implementation: true, notes: expect.arrayContaining(['Chromium 85 to 87: held in each run, but a race decides.']) });
    expect(support('64s 65h')).toEqual([{ version_added: '65' }, { version_added: '≤64', version_removed: '65', partial_implementation: true, notes: 'Chromium 64: held in some runs, broken in others (it is wrong).' }]);
    expect(support('64h', { clause: 'gathering-state-stays', engine: 'firefox' })).not.toHaveProperty('partial_implementation');
  });
  it('does not trust one version between two that break it, but trusts the newest', () => {
    expect(support('64b 65h 66b 67h')).toMatchObject({ version_added: '67', notes: expect.stringMatching(/^Chromium 64 to 66/) });
    expect(support('64b 65h 66s')).toMatchObject([{ version_added: '66', partial_implementation: true }, { version_added: '65', version_removed: '66' }]);
    expect(support('64s 65h 66s')).toMatchObject({ version_added: '≤64', partial_implementation: true });
  });
  it('goes by the newest build of a release line', () => {
    expect(support('63h 64.0.1.0b 64.0.9.0h')).toEqual({ version_added: '≤63' });
    expect(support('63h 64.0.1.0h 64.0.9.0b')).toMatchObject({ version_added: '≤63', version_removed: '64' });
  });
  it('says what it is where the suite could not look', () => {
    expect(support('64u 65h')).toEqual({ version_added: '65', notes: 'Chromium 64: not known (connected: Error: no connection).' });
  });
  it('names what nobody measured where it is much and lies between builds that agree', () => {
    expect(support('33h 53h')).toEqual({ version_added: '≤33', notes: 'Chromium 34 to 52 were not measured.' });
    expect(support('64h 80h')).toEqual({ version_added: '≤64' });
  });
  it('leaves a statement open whose end no release has yet', () => {
    const releases = openMdn().releases('edge').filter(({ engine }) => engine === 'Blink').slice(0, 3);
    expect(supportOf(erasOf(measuredRuns(fakeMeasurements('79h 156b'), 'send-is-refused')), releases)).toMatchObject({ version_added: '79' });
    expect(supportOf(erasOf(measuredRuns(fakeMeasurements('79h 156b'), 'send-is-refused')), releases)).not.toHaveProperty('version_removed');
  });
});

describe('inWords', () => {
  it.each([
    [['channel fires open', 'channel fires closing', 'channel fires open'], 'channel fires closing, open'],
    [['a fires x', 'b fires x'], 'a, b fires x'],
    [['c.state reads "open"', 'c.state reads "closing"'], 'c.state reads "closing", "open"'],
    [['c.localDescription reads "throws Error"'], 'c.localDescription throws Error'],
    [['the engine crashes'], 'the engine crashes'],
  ])('%j', (observed, words) => expect(inWords(observed)).toBe(words));
  it('marks members and calls as code, once', () => {
    expect(withCodeMarks('connection.sctp reads "object" after close()')).toBe('`connection.sctp` reads "object" after `close()`');
    expect(withCodeMarks('`close()` and open()')).toBe('`close()` and open()');
  });
  it.each([[1, 1, '1'], [1, 2, '1 and 2'], [1, 3, '1 to 3'], ['18.3', '26', '18.3 to 26']])('from %s to %s', (from, to, words) => expect(fromTo(from, to)).toBe(words));
});

describe('supportIn', () => {
  /** @type {any} */
  const compat = { support: { chrome: [{ version_added: '73' }, { version_added: '≤39', version_removed: '64', partial_implementation: true, notes: 'x' }], ie: { version_added: false } } };
  it.each([['chrome', 38, 'not'], ['chrome', 39, 'partly'], ['chrome', 63, 'partly'], ['chrome', 64, 'not'], ['chrome', 73, 'kept'], ['ie', 11, 'not'], ['nonesuch', 1, 'not']])('%s %s: %s', (browser, version, expected) => {
    expect(supportIn(compat, browser, Number(version))).toBe(expected);
  });
});
