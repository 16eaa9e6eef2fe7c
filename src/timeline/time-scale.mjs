const ROUND_MS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
// Below this the scale is nearly linear, above it nearly logarithmic: an engine's first events are tenths of a millisecond apart, its last ones come after 300.
const KNEE_MS = 8;
// Two numbers of the axis closer than this would run into each other.
const TICK_GAP = 36;

/**
 * A scale from milliseconds since `close()` to pixels, fine at first and coarser later, that ends a little after `last`.
 * @param {number} last the last time that must be on it, in milliseconds
 * @param {number} from the pixel of 0 ms
 * @param {number} to the pixel of its end
 * @returns {{ x: (at: number) => number, ticks: number[], end: number }}
 */
export function timeScale(last, from, to) {
  const end = Math.max(10, last * 1.25);
  const bend = (/** @type {number} */ at) => areaSinh(Math.min(at, end) / KNEE_MS);
  const x = (/** @type {number} */ at) => Math.round(10 * (from + ((to - from) * bend(at)) / bend(end))) / 10;
  /** @type {number[]} */
  const ticks = [];
  ROUND_MS.forEach((at) => {
    const before = ticks[ticks.length - 1];
    if (at <= end && (before === undefined || x(at) - x(before) >= TICK_GAP)) ticks.push(at);
  });
  return { x, ticks, end };
}

/** @param {number} x */
function areaSinh(x) {
  return Math.log(x + Math.sqrt(x * x + 1));
}
