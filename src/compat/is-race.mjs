import { clauseSources } from './clause-sources.mjs';

/**
 * Whether a race decides if an engine breaks a clause: then no run shows that it is kept.
 * @param {string} clause
 * @param {import('./clause-feature.mjs').Engine} engine
 * @returns {boolean}
 */
export function isRace(clause, engine) {
  return Boolean(clauseSources[clause]?.race?.includes(engine));
}
