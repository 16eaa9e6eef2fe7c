/** How wide a letter is at most on average, in the widest of the usual fonts: of a lane's words, of a heading, of the small print. */
export const CHARACTER = 7.3;
export const HEADING_CHARACTER = 8.1;
export const SMALL_CHARACTER = 6.9;
/** What words keep from the drawing's right edge: boxes of text are some pixels wider than the text in Firefox. */
export const EDGE = 3;
/** Half the height of a bar. */
export const BAR = 8;

/**
 * Where the parts of a drawing go, in its own pixels.
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} zero where 0 ms is
 * @property {number} end where the axis ends
 * @property {number} readsAt where what was read before and at once ends
 * @property {number} tagAt where the tag of a bar ends
 * @property {boolean} stacked whether the words of a lane stand above its bars
 * @property {number} axis the height of the axis
 * @property {number} kindGap between objects of different kinds
 * @property {number} words the height of the words above a lane's bars
 * @property {number} pitch from one bar of a lane to the next
 * @property {(bars: number) => number} lane the height of one
 */

const NARROW_BELOW = 860;
const GAP = 12;
const TAG = 6 * CHARACTER;
const PITCH = 18;
const LANE_GAP = 7;

/**
 * The layout for a drawing of a width: on narrow pages the words of a lane stand above its bars.
 * @param {number} width
 * @param {import('./rows-of.mjs').Row[]} rows
 * @returns {Layout}
 */
export function layoutFor(width, rows) {
  const stacked = width < NARROW_BELOW;
  const words = stacked ? 17 : 0;
  const common = { width, stacked, words, pitch: PITCH, kindGap: stacked ? 4 : 7, lane: (/** @type {number} */ bars) => LANE_GAP + words + bars * PITCH };
  // A mark at 0 ms reaches half a bar to the left of it, and its outline further.
  if (stacked) return { ...common, axis: 50, zero: TAG + BAR + GAP, end: width - 2, readsAt: width - EDGE, tagAt: TAG };
  const lanes = rows.reduce((/** @type {import('./timeline.mjs').Lane[]} */ all, row) => all.concat(row.lanes.filter((lane) => lane !== undefined)), []);
  const widest = (/** @type {string[]} */ texts) => Math.ceil(CHARACTER * texts.reduce((most, text) => Math.max(most, text.length), 0));
  const names = widest(rows.map(({ name }) => name)) + GAP;
  const reads = widest(['before → at once'].concat(lanes.map(({ reads: { before, atOnce } }) => `${before} → ${atOnce}`)));
  const later = widest(['later'].concat(lanes.map((lane) => lane.reads.later)));
  const readsAt = names + TAG + GAP + reads;
  return { ...common, axis: 40, zero: readsAt + GAP, end: width - later - GAP, readsAt, tagAt: names + TAG - GAP };
}
