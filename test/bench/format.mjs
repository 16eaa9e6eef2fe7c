/** @typedef {import('./statistics.mjs').Interval} Interval */

const UNITS = /** @type {const} */ ([['s', 1000], ['ms', 1], ['µs', 1e-3], ['ns', 1e-6]]);

/**
 * A time with three digits that count: `8.27 ms`, `39.3 ns`.
 * @param {number} ms
 * @returns {string}
 */
export function formatTime(ms) {
  const [unit, size] = UNITS.find(([, least]) => ms >= least) ?? UNITS[UNITS.length - 1] ?? ['ms', 1];
  return `${formatNumber(ms / size)} ${unit}`;
}

/**
 * A median with its interval: `1.02 [0.99, 1.05]`.
 * @param {Interval} interval
 * @returns {string}
 */
export function formatRatio({ median, low, high }) {
  return `${digits(median)} [${digits(low)}, ${digits(high)}]`;
}

/** @param {number} ratio two digits after the point, and none that mean nothing */
function digits(ratio) {
  if (!Number.isFinite(ratio)) return '∞';
  return ratio < 9.995 ? ratio.toFixed(2) : formatNumber(ratio);
}

/** @param {number} value */
function formatNumber(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
