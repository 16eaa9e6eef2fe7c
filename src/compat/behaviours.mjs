/**
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 *
 * @typedef {object} Behaviours
 * @property {number} builds
 * @property {number} native how many behaviours of one `close()` differ among them
 * @property {number} shimmed the same with the shim
 * @property {number} keepNatively builds that keep the whole contract
 * @property {number} keepShimmed
 */

/**
 * What distinguishes a build's behaviour: each deviation from the contract, of every clause. A lacking member is no behaviour.
 * @param {Measurement} measurement
 * @param {'native' | 'shimmed'} mode
 * @returns {string} empty where the contract is kept
 */
export function fingerprint({ clauses }, mode) {
  return Object.entries(clauses)
    .filter(([, both]) => both[mode].verdict === 'broken')
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
  const kept = (/** @type {string[]} */ all) => all.filter((print) => print === '').length;
  return { builds: measurements.length, native: new Set(native).size, shimmed: new Set(shimmed).size, keepNatively: kept(native), keepShimmed: kept(shimmed) };
}

/**
 * @param {readonly Measurement[]} measurements
 * @param {'native' | 'shimmed'} mode
 */
function prints(measurements, mode) {
  return measurements.map((one) => fingerprint(one, mode));
}
