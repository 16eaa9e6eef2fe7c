import { describe, expect, it } from 'vitest';
import { tally } from '../../../src/timeline/tally.mjs';
import { figure } from '../../lab/figure.mjs';
import { problems } from '../../lab/problems.mjs';
import { fakeBrowserRun, fakeRun } from './fake-runs.mjs';

const good = fakeRun(['holds', 'holds', 'holds']);
const bad = fakeRun(['holds', 'broken', 'holds']);

describe('figure', () => {
  it('counts natively and with the shim', () => {
    const browsers = [fakeBrowserRun('a-1', { native: bad, shimmed: good }), fakeBrowserRun('b-2', { native: fakeRun(['broken', 'broken', 'holds']), shimmed: good })];
    expect(figure(browsers)).toBe('native: 2 of 3 clauses hold in a-1, 1 of 3 in b-2; with the shim: all 3 clauses hold in each');
  });
  it('names the browser in which not all hold', () => {
    const browsers = [fakeBrowserRun('a-1', { native: bad, shimmed: good }), fakeBrowserRun('b-2', { native: bad, shimmed: bad })];
    expect(figure(browsers)).toBe('native: 2 of 3 clauses hold in each; with the shim: all 3 clauses hold in a-1, 2 of 3 in b-2');
  });
  it('does not count what it can not tell', () => {
    expect(tally(fakeRun(['holds', 'cannot-tell', 'broken']).checked.results)).toEqual({ holds: 1, of: 2, cannotTell: 1 });
    expect(figure([fakeBrowserRun('a-1', { shimmed: fakeRun(['holds', 'cannot-tell', 'holds']) })])).toBe(
      'native: no run; with the shim: all 2 clauses hold (and 1 that cannot be told) in a-1');
  });
  it('says when nothing ran', () => {
    expect(figure([fakeBrowserRun('a-1', {})])).toBe('no browser could run the suite');
  });
});

describe('problems', () => {
  const code = (/** @type {import('../../lab/run-browsers.mjs').BrowserRun[]} */ ...browsers) => (problems(browsers).length ? 1 : 0);

  it('lets native breaks be', () => {
    expect(code(fakeBrowserRun('a-1', { native: bad, shimmed: good }))).toBe(0);
  });
  it('ends with 1 when a clause is broken with the shim, in whichever browser', () => {
    const browsers = [fakeBrowserRun('a-1', { native: bad, shimmed: good }), fakeBrowserRun('b-2', { native: good, shimmed: bad })];
    expect(problems(browsers)).toEqual([expect.stringMatching(/^send-is-refused is broken with the shim in b-2: channel first/)]);
    expect(code(...browsers)).toBe(1);
  });
  it('ends with 1 when nothing ran', () => {
    expect(code()).toBe(1);
    expect(code(fakeBrowserRun('a-1', {}))).toBe(1);
  });
  it('does not mind a browser that is not there beside one that is', () => {
    expect(code(fakeBrowserRun('a-1', {}), fakeBrowserRun('b-2', { native: bad, shimmed: good }))).toBe(0);
  });
  it('ends with 1 when a browser did not survive the shim', () => {
    expect(problems([fakeBrowserRun('a-1', { native: bad })])).toEqual(['a-1 ran natively and not with the shim']);
  });
  it('ends with 1 when a scene could not be set with the shim', () => {
    expect(code(fakeBrowserRun('a-1', { shimmed: fakeRun(['holds'], { failures: { connected: 'Error: no data channel opens' } }) }))).toBe(1);
  });
});
