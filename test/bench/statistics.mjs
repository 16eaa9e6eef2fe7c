import { binomialDistribution, medianSorted } from 'simple-statistics';

const OUTSIDE = 0.05;

/**
 * @typedef {object} Interval
 * @property {number} median
 * @property {number} low
 * @property {number} high `low` to `high` holds the true median with 95 % confidence; with fewer than six values it is all of them, and holds it with less
 */

/**
 * The median and its 95 % interval by order statistics: no distribution is assumed, and no value is left out.
 * @param {readonly number[]} values
 * @returns {Interval}
 */
export function medianInterval(values) {
  if (values.length === 0) throw new RangeError('no values have no median');
  const sorted = [...values].sort((a, b) => a - b);
  const cut = valuesToCut(sorted.length);
  return { median: medianSorted(sorted), low: sorted[cut] ?? NaN, high: sorted[sorted.length - 1 - cut] ?? NaN };
}

/**
 * Value by value, those of one list over those of the other: both were taken in the same round.
 * @param {readonly number[]} values
 * @param {readonly number[]} others
 * @returns {number[]} without those that the clock could not tell from nothing
 */
export function pairedRatios(values, others) {
  return values.flatMap((value, i) => (others[i] ? [value / others[i]] : []));
}

/**
 * How many values can be left out at each end, when each is above or below the true median with probability ½: the most with 2 · P(at most so many below) ≤ 5 %.
 * @param {number} count
 */
function valuesToCut(count) {
  const shares = binomialDistribution(count, 0.5) ?? [];
  let below = 0;
  // The list lacks its far end, of which all together is under 1e-4; we never come there.
  const first = shares.findIndex((share) => 2 * (below += share) > OUTSIDE);
  return Math.max(first - 1, 0);
}
