import { medianInterval, pairedRatios } from './statistics.mjs';

/**
 * @typedef {'native' | 'shim' | 'adapter' | 'adapter+shim'} Variant
 * @typedef {import('./statistics.mjs').Interval} Interval
 *
 * @typedef {object} Samples what the page measured of a scenario
 * @property {string} id
 * @property {number} batch operations a sample
 * @property {Record<Variant, number[]>} ms an operation, by round
 * @property {Record<Variant, number[]>} settledMs until each channel of the batch had fired `close`; empty where none did
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {number} batch
 * @property {number} n rounds
 * @property {Record<Variant, Interval>} ms
 * @property {Record<Exclude<Variant, 'native'>, Interval>} toNative round by round
 * @property {Interval} toAdapter the shim's times over adapter's
 * @property {Interval} overNativeMs what the shim's times have more than the native ones, round by round
 * @property {Partial<Record<Variant, number>>} settledMs medians
 */

export const VARIANTS = /** @type {const} */ (['native', 'shim', 'adapter', 'adapter+shim']);

/**
 * What the samples of a scenario say: medians, and the ratios of what was measured in the same round.
 * @param {Samples} samples
 * @returns {Row}
 */
export function summarise({ id, batch, ms, settledMs }) {
  const over = (/** @type {Variant} */ variant, /** @type {Variant} */ other) => ratio(ms[variant], ms[other]);
  return {
    id,
    batch,
    n: ms.native.length,
    ms: each((variant) => medianInterval(ms[variant])),
    toNative: { shim: over('shim', 'native'), adapter: over('adapter', 'native'), 'adapter+shim': over('adapter+shim', 'native') },
    toAdapter: over('shim', 'adapter'),
    overNativeMs: medianInterval(ms.shim.map((value, i) => value - (ms.native[i] ?? NaN))),
    settledMs: Object.fromEntries(VARIANTS.flatMap((variant) => (settledMs[variant].length ? [[variant, medianInterval(settledMs[variant]).median]] : []))),
  };
}

/**
 * How a variant's time grows from one scenario to another, round by round.
 * @param {readonly Samples[]} all
 * @param {string} from
 * @param {string} to
 * @returns {Record<Variant, Interval> | undefined} nothing when one of them was not measured
 */
export function growth(all, from, to) {
  const [small, large] = [from, to].map((id) => all.find((samples) => samples.id === id));
  return small && large && each((variant) => ratio(large.ms[variant], small.ms[variant]));
}

/**
 * @param {readonly number[]} values
 * @param {readonly number[]} others
 */
function ratio(values, others) {
  const ratios = pairedRatios(values, others);
  // All of the others were below the step of the clock.
  return ratios.length ? medianInterval(ratios) : { median: Infinity, low: Infinity, high: Infinity };
}

/**
 * @param {(variant: Variant) => Interval} make
 * @returns {Record<Variant, Interval>}
 */
function each(make) {
  return { native: make('native'), shim: make('shim'), adapter: make('adapter'), 'adapter+shim': make('adapter+shim') };
}
