import { isRace } from './is-race.mjs';
import { keeping } from './keeping.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 *
 * @typedef {object} Behaviours
 * @property {number} builds
 * @property {number} native how many behaviours of one `close()` differ among them
 * @property {number} shimmed the same with the shim
 * @property {number} keepNatively builds that keep the whole contract, each time
 * @property {number} keepShimmed
 */

/**
 * What distinguishes a build's behaviour: each deviation from the contract, of every clause. A lacking member is no behaviour, and what a race decides distinguishes no builds.
 * @param {Measurement} measurement
 * @param {'native' | 'shimmed'} mode
 * @returns {string} empty where nothing else than that deviates
 */
export function fingerprint({ engine, clauses }, mode) {
  return Object.entries(clauses)
    .filter(([id, both]) => both[mode].verdict === 'broken' && !(mode === 'native' && isRace(id, engine)))
    .map(([id, both]) => `${id}: ${both[mode].observed?.join('; ')}`)
    .sort()
    .join('\n');
}

/**
 * Counts the behaviours of the measured builds, natively and with the shim.
 * @param {readonly Measurement[]} measurements
 * @returns {Behaviours}
 */
export function countBehaviours(measurements) {
  const [native, shimmed] = [prints(measurements, 'native'), prints(measurements, 'shimmed')];
  return { builds: measurements.length, native: new Set(native).size, shimmed: new Set(shimmed).size, keepNatively: keepers(measurements, 'native'), keepShimmed: keepers(measurements, 'shimmed') };
}

/**
 * @param {readonly Measurement[]} measurements
 * @param {'native' | 'shimmed'} mode
 */
function keepers(measurements, mode) {
  return measurements.filter((one) => Object.keys(one.clauses).every((id) => ['kept', 'cannot-tell'].includes(keeping(one, id, mode)))).length;
}

/**
 * @param {readonly Measurement[]} measurements
 * @param {'native' | 'shimmed'} mode
 */
function prints(measurements, mode) {
  return measurements.map((one) => fingerprint(one, mode));
}
