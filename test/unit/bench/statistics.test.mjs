import { describe, expect, it } from 'vitest';
import { medianInterval, pairedRatios } from '../../bench/statistics.mjs';

const oneTo = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i + 1);

describe('medianInterval', () => {
  // The ranks of the usual tables: the binomial of one half, 95 %.
  it.each([[6, 1, 6], [9, 2, 8], [10, 2, 9], [20, 6, 15], [30, 10, 21], [50, 18, 33], [100, 40, 61]])('of %i values goes from rank %i to rank %i', (n, low, high) => {
    expect(medianInterval(oneTo(n))).toEqual({ median: (n + 1) / 2, low, high });
  });
  it('of fewer than six values is all of them', () => {
    expect(medianInterval([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 1, high: 5 });
    expect(medianInterval([7])).toEqual({ median: 7, low: 7, high: 7 });
  });
  it('does not mind the order, changes nothing, and does not follow one wild value', () => {
    const values = [...oneTo(9), 1e9].reverse();
    expect(medianInterval(values)).toEqual({ median: 5.5, low: 2, high: 9 });
    expect(values[0]).toBe(1e9);
  });
  it('refuses nothing', () => {
    expect(() => medianInterval([])).toThrow(RangeError);
  });
});

describe('pairedRatios', () => {
  it('divides what was measured in the same round, and leaves out what the clock took for nothing', () => {
    expect(pairedRatios([2, 9, 3], [1, 3, 0])).toEqual([2, 3]);
  });
});
