import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../src/check';
import { middleOf, timesOf } from '../../../src/playground/middle-run';

const runs = (...took: number[]) => took.map((one, i) => ({ scene: 'connected', took: one, second: String(i) }) as Recording);
const seen = (native: number[], shimmed: number[]) => ({ native: { recordings: runs(...native), failures: {} }, shimmed: { recordings: runs(...shimmed), failures: {} } });

describe('middleOf', () => {
  it('takes the median, whatever its place in the run', () => {
    expect(middleOf(runs(9, 2, 4), 'connected')?.took).toBe(4);
    expect(middleOf(runs(9, 2), 'connected')?.took).toBe(2);
    expect(middleOf(runs(9), 'gathering')).toBe(undefined);
  });
});

describe('timesOf', () => {
  it('says the medians of three runs each, and nothing of fewer', () => {
    expect(timesOf(seen([9, 2, 4.04], [3, 30, 4.2]), 'connected')).toBe(
      'Closed 3 times each, in alternating order: by the median, close() returns after 4 ms natively and after 4.2 ms with the shim. The runs with these medians are drawn.');
    expect(timesOf(seen([9, 2, 4], [3, 30]), 'connected')).toBe('');
    expect(timesOf(seen([9, 2, 4], [3, 30, 4]), 'gathering')).toBe('');
  });
});
