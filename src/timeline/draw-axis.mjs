import { SMALL_CHARACTER } from './layout-for.mjs';
import { line, text } from './shapes.mjs';

const CAPTION = 'ms after close()';

/**
 * The axis, its numbers, and the names of the columns.
 * @param {number} top
 * @param {import('./draw-lane.mjs').Frame} frame
 * @returns {import('./element.mjs').Child}
 */
export function drawAxis(top, { width, zero, end, readsAt, stacked, axis, tags, scale: { x, ticks } }) {
  const bottom = top + axis;
  const half = (/** @type {number} */ at) => (String(at).length * SMALL_CHARACTER) / 2;
  // The first and the last number keep within the drawing.
  const anchorOf = (/** @type {number} */ at) => (x(at) + half(at) > width ? 'end' : 'middle');
  return [
    stacked ? text('column', 0, top + 16, CAPTION) : text('axis-label', end, top + 13, CAPTION, 'end'),
    stacked ? text('column', width, top + 16, columnOf(tags, width), 'end') : text('column', readsAt, bottom - 10, 'before → at once', 'end'),
    !stacked && text('column', width, bottom - 10, 'later', 'end'),
    ticks.map((at) => text('tick', x(at), bottom - 10, String(at), anchorOf(at))),
    line('axis', zero, end, bottom - 4, bottom - 4),
    ticks.map((at) => line('axis', x(at), x(at), bottom - 7, bottom - 1)),
  ];
}

/**
 * @param {string[]} tags
 * @param {number} width
 */
function columnOf(tags, width) {
  const whole = `before → at once: ${tags.join(' · ')}`;
  return (whole.length + CAPTION.length + 2) * SMALL_CHARACTER <= width ? whole : '';
}
