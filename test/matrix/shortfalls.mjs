import { findingsOf } from './measurement.mjs';

/**
 * What keeps a build from the whole contract with the shim: each clause that is broken, or that could not be looked at for another reason than a lacking member.
 * @param {import('./measurement.mjs').Measurement} measurement
 * @returns {string[]}
 */
export function shortfalls(measurement) {
  return Object.entries(findingsOf(measurement, 'shimmed'))
    .filter(([, { verdict, observed }]) => verdict === 'broken' || (verdict === 'cannot-tell' && observed))
    .map(([id, { verdict, observed }]) => `${id} ${verdict === 'broken' ? 'is broken' : 'can not be told'}: ${observed?.join('; ')}`);
}
