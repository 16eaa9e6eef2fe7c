import { describe, expect, it } from 'vitest';
import { isMet, judgeBounds } from '../../bench/judge-bounds.mjs';
import { SCENARIOS } from '../../bench/scenarios.mjs';
import { growth, summarise } from '../../bench/summarise.mjs';
import { fakeSamples } from './fake-result.mjs';

/**
 * @param {string} id
 * @param {number[]} shim
 * @param {number[]} [adapter]
 */
const judged = (id, shim, adapter) => judgeBounds([summarise(fakeSamples(id, shim, adapter))]).map((judgement) => [judgement.words, judgement.verdict, isMet(judgement)]);
const about = (/** @type {number} */ value, width = 0.01) => [-3, -2, -1, 1, 2, 3].map((i) => value + (i * width) / 3);

describe('judgeBounds', () => {
  it('meets a bound above the interval, and one within it', () => {
    expect(judged('close-1', about(1.1))[0]).toEqual(['at most 1.15 × native', 'below', true]);
    expect(judged('close-1', about(1.2, 0.1))[0]).toEqual(['at most 1.15 × native', 'within the interval', true]);
  });
  it('does not meet a bound below the interval', () => {
    expect(judged('close-1000', about(1.2))[0]).toEqual(['at most 1.15 × native', 'above', false]);
    expect(judged('create-channel', about(1.1))[0]).toEqual(['at most 1.08 × native', 'above', false]);
  });
  it('wants the shim to be no slower than adapter, whatever is measured', () => {
    for (const { id } of SCENARIOS.filter((scenario) => scenario.id !== 'load')) {
      expect(judged(id, about(1.5), about(1)).at(-1)).toEqual(['at most 1.00 × adapter', 'above', false]);
    }
  });
  it('wants loading in half a millisecond and five times as fast as adapter', () => {
    expect(judged('load', about(0.4), about(4))).toEqual([['at most 0.5 ms', 'below', true], ['at most 0.20 × adapter', 'below', true]]);
    expect(judged('load', about(0.6), about(1))).toEqual([['at most 0.5 ms', 'above', false], ['at most 0.20 × adapter', 'above', false]]);
  });
});

describe('growth', () => {
  it('is that of each round, and nothing where one was not measured', () => {
    const [small, large] = [fakeSamples('small', [1, 2, 4]), fakeSamples('large', [10, 20, 40])];
    expect(growth([small, large], 'small', 'large')?.shim.median).toBe(10);
    expect(growth([small], 'small', 'large')).toBeUndefined();
  });
});
