/**
 * @typedef {import('./summarise.mjs').Row} Row
 * @typedef {import('./statistics.mjs').Interval} Interval
 *
 * @typedef {object} Judgement
 * @property {string} id of the scenario
 * @property {string} words the bound
 * @property {'×' | 'ms'} unit
 * @property {Interval} value
 * @property {'below' | 'within the interval' | 'above'} verdict where the measured value lies, seen from the bound; a bound is met unless it is `above`
 */

// Of the shim, in times the native ones.
const TO_NATIVE = /** @type {[string, number][]} */ ([
  ['construct', 1],
  ['create-channel', 1.08],
  ['messages', 1],
  ['read', 1],
  ['close-1', 1.15],
  ['close-1000', 1.15],
]);
const LOAD_MS = 0.5;
const LOAD_TO_ADAPTER = 1 / 5;

/**
 * Each bound that can be judged by these rows: of the shim against native, and against adapter, than which it is never to be slower.
 * @param {readonly Row[]} rows
 * @returns {Judgement[]}
 */
export function judgeBounds(rows) {
  const native = TO_NATIVE.flatMap(([id, bound]) => rows.filter((row) => row.id === id).map((row) => judge(row, 'native', row.toNative.shim, bound)));
  const load = rows.filter(({ id }) => id === 'load').map((row) => judge(row, 'ms', row.ms.shim, LOAD_MS));
  const adapter = rows.map((row) => judge(row, 'adapter', row.toAdapter, row.id === 'load' ? LOAD_TO_ADAPTER : 1));
  return [...load, ...native, ...adapter];
}

/**
 * Whether the bound is met: the interval contains it or lies below it.
 * @param {Judgement} judgement
 * @returns {boolean}
 */
export function isMet({ verdict }) {
  return verdict !== 'above';
}

/**
 * @param {Row} row
 * @param {'native' | 'adapter' | 'ms'} of
 * @param {Interval} value
 * @param {number} bound
 * @returns {Judgement}
 */
function judge({ id }, of, value, bound) {
  const words = of === 'ms' ? `at most ${bound} ms` : `at most ${bound.toFixed(2)} × ${of}`;
  const verdict = value.low > bound ? 'above' : value.high < bound ? 'below' : 'within the interval';
  return { id, words, unit: of === 'ms' ? 'ms' : '×', value, verdict };
}
