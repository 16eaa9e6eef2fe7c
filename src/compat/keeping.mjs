import { isRace } from './is-race.mjs';

/**
 * `mostly`: held in each run, but a race decides. `sometimes`: held in some runs and broken in others.
 * @typedef {'kept' | 'mostly' | 'sometimes' | 'broken' | 'cannot-tell'} Keeping
 */

/** What the two kinds that are neither kept nor broken are called where there is room for a sentence. */
export const RACES = { mostly: 'held in each run, but a race decides', sometimes: 'held in some runs, broken in others' };

/**
 * How well a build keeps a clause. Only what no run broke, and no race decides, is kept; the shim leaves nothing to a race.
 * @param {import('./measured-runs.mjs').Measurement} measurement
 * @param {string} clause
 * @param {'native' | 'shimmed'} mode
 * @returns {Keeping}
 */
export function keeping({ engine, clauses }, clause, mode) {
  const finding = clauses[clause]?.[mode];
  if (!finding || finding.verdict === 'cannot-tell') return 'cannot-tell';
  if (finding.verdict === 'broken') return finding.sometimes ? 'sometimes' : 'broken';
  return mode === 'native' && isRace(clause, engine) ? 'mostly' : 'kept';
}
