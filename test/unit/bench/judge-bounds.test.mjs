import { describe, expect, it } from 'vitest';
import { isMet, judgeBounds } from '../../bench/judge-bounds.mjs';
import { SCENARIOS } from '../../bench/scenarios.mjs';
import { growth, summarise } from '../../bench/summarise.mjs';
import { fakeSamples } from './fake-result.mjs';

/**
 * @param {string} id
 * @param {number[]} shim
 * @param {number[]} [adapter]
 * @param {import('../../browsers/find-browsers.mjs').Engine} [engine]
 */
const judged = (id, shim, adapter, engine = 'chromium') =>
  judgeBounds([summarise(fakeSamples(id, shim, adapter))], engine).map((judgement) => [judgement.words, judgement.verdict, isMet(judgement)]);
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
  it('has bounds of their own for engines that differ', () => {
    expect(judged('create-channel', about(1.1), undefined, 'firefox')).toEqual([['at most 1.12 × native', 'below', true]]);
    expect(judged('close-1', about(3.8), undefined, 'firefox')[0]).toEqual(['at most 3.50 × native', 'above', false]);
    expect(judged('first-close', about(1.4))).toEqual([['at most 1.30 × native', 'above', false]]);
    expect(judged('first-close', about(1.4), undefined, 'firefox')).toEqual([]);
  });
  it('wants close() in Firefox to take no more than a fifth of a millisecond longer', () => {
    expect(judged('close-1', about(1.1), undefined, 'firefox')[1]).toEqual(['at most 0.2 ms over native', 'below', true]);
    expect(judged('close-1', about(1.3), undefined, 'firefox')[1]).toEqual(['at most 0.2 ms over native', 'above', false]);
  });
  it('wants loading in less than half of the time that adapter takes, and compares nothing else with it', () => {
    expect(judged('load', about(0.4), about(1))).toEqual([['at most 0.45 × adapter', 'below', true]]);
    expect(judged('load', about(0.6), about(1))).toEqual([['at most 0.45 × adapter', 'above', false]]);
    const compared = SCENARIOS.flatMap(({ id }) => judged(id, about(1)).filter(([words]) => String(words).endsWith('adapter')));
    expect(compared).toHaveLength(1);
  });
});

describe('growth', () => {
  it('is that of each round, and nothing where one was not measured', () => {
    const [small, large] = [fakeSamples('small', [1, 2, 4]), fakeSamples('large', [10, 20, 40])];
    expect(growth([small, large], 'small', 'large')?.shim.median).toBe(10);
    expect(growth([small], 'small', 'large')).toBeUndefined();
  });
});
