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

/** @typedef {import('../browsers/find-browsers.mjs').Engine} Engine */

/** @type {[id: string, bound: number | Partial<Record<Engine, number>>][]} Of the shim, in times the native ones: in each engine, or in those that are named. */
const TO_NATIVE = [
  ['construct', 1],
  ['create-channel', { chromium: 1.08, firefox: 1.12 }],
  ['messages', 1],
  ['read', 1],
  ['first-close', { chromium: 1.3 }],
  ['close-1', { chromium: 1.15, firefox: 3.5 }],
  ['close-1000', { chromium: 1.15 }],
  ['close-10000-unconnected', { chromium: 1.2, firefox: 5 }],
];
/** What a `close()` with the shim may take longer than natively, in milliseconds: where native ones are so short that a ratio says little. */
const OVER_NATIVE_MS = /** @type {const} */ ({ id: 'close-1', engine: 'firefox', bound: 0.2 });
const LOAD_TO_ADAPTER = 0.45;

/**
 * Each bound that can be judged by these rows: of the shim against native, and against webrtc-adapter, which a page would load instead.
 * @param {readonly Row[]} rows
 * @param {Engine} engine
 * @returns {Judgement[]}
 */
export function judgeBounds(rows, engine) {
  const of = (/** @type {string} */ wanted) => rows.filter(({ id }) => id === wanted);
  const native = TO_NATIVE.flatMap(([id, bounds]) => {
    const bound = typeof bounds === 'number' ? bounds : bounds[engine];
    return bound === undefined ? [] : of(id).map((row) => judge(row, 'native', row.toNative.shim, bound));
  });
  const over = of(engine === OVER_NATIVE_MS.engine ? OVER_NATIVE_MS.id : '').map((row) => judge(row, 'ms', row.overNativeMs, OVER_NATIVE_MS.bound));
  return [...of('load').map((row) => judge(row, 'adapter', row.toAdapter, LOAD_TO_ADAPTER)), ...native, ...over];
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
  const words = of === 'ms' ? `at most ${bound} ms over native` : `at most ${bound.toFixed(2)} × ${of}`;
  const verdict = value.low > bound ? 'above' : value.high < bound ? 'below' : 'within the interval';
  return { id, words, unit: of === 'ms' ? 'ms' : '×', value, verdict };
}
