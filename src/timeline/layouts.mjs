/**
 * Where the parts of a drawing go, in its own pixels.
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} zero where 0 ms is
 * @property {number} end where the axis ends
 * @property {number} lane the height of one
 * @property {number} middle of a lane's bar, from its top
 * @property {number} words the base line of a lane's name and states, from its top
 * @property {number} readsAt where what was read before and at once ends
 * @property {number} laterAt where what was read later ends
 * @property {number} columns how far above the lanes the columns have their heads
 */

/**
 * For wide and for narrow pages; on narrow ones the words of a lane stand above its bar.
 * @type {{ wide: Layout, narrow: Layout }}
 */
export const LAYOUTS = {
  wide: { width: 1120, zero: 300, end: 1030, lane: 25, middle: 12.5, words: 16.5, readsAt: 286, laterAt: 1120, columns: 10 },
  narrow: { width: 358, zero: 2, end: 356, lane: 45, middle: 32, words: 16, readsAt: 290, laterAt: 356, columns: 10 },
};
