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
 * @property {boolean} stacked whether the words of a lane stand above its bar
 */

const ROOM_FOR_WORDS = 300;
const ROOM_FOR_LATER = 90;
const NARROW_BELOW = 860;

/**
 * The layout for a drawing of a width: on narrow pages the words of a lane stand above its bar.
 * @param {number} width
 * @returns {Layout}
 */
export function layoutFor(width) {
  return width < NARROW_BELOW
    ? { width, zero: 2, end: width - 2, lane: 45, middle: 32, words: 16, readsAt: width - 76, stacked: true }
    : { width, zero: ROOM_FOR_WORDS, end: width - ROOM_FOR_LATER, lane: 25, middle: 12.5, words: 16.5, readsAt: ROOM_FOR_WORDS - 14, stacked: false };
}
