import { drawAxis } from './draw-axis.mjs';
import { drawLane } from './draw-lane.mjs';
import { element } from './element.mjs';
import { layoutFor } from './layout-for.mjs';
import { rowsOf } from './rows-of.mjs';
import { timeScale } from './time-scale.mjs';
import { wrapWords } from './wrap-words.mjs';

/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 *
 * @typedef {object} Drawing one of the timelines that share the axis
 * @property {string} heading
 * @property {string} tag its bars' short name
 * @property {string} finding what is to be seen in it
 * @property {Timeline} [timeline] undefined while it is still to come
 *
 * @typedef {object} About
 * @property {string} id begins the ids of its title and description, and is unique on the page
 * @property {string} title
 * @property {string} description
 * @property {number} width in pixels
 * @property {number} [least] how far the axis reaches at least, in milliseconds
 */

const HEAD_LINE = 20;
const FOOT = 4;

/**
 * Timelines of one situation on one time axis, as an SVG drawing: for each object a bar of each timeline, one right below the other.
 * @param {About} about
 * @param {Drawing[]} drawings
 * @returns {import('./element.mjs').Piece}
 */
export function drawTimelines({ id, title, description, width, least = 0 }, drawings) {
  const rows = rowsOf(drawings.map(({ timeline }) => timeline));
  const layout = layoutFor(width, rows);
  const last = drawings.reduce((latest, { timeline }) => Math.max(latest, timeline ? Math.max(timeline.last, timeline.took) : 0), least);
  const frame = { ...layout, tags: drawings.map(({ tag }) => tag), scale: timeScale(last, layout.zero, layout.end) };
  const heads = drawings.reduce((/** @type {import('./element.mjs').Piece[]} */ lines, drawing) => lines.concat(headLines(drawing, width, lines.length)), []);
  let y = heads.length * HEAD_LINE;
  const axis = drawAxis(y, frame);
  y += layout.axis;
  const lanes = rows.map((row, i) => {
    const top = y + (i > 0 && rows[i - 1]?.kind !== row.kind ? layout.kindGap : 0);
    y = top + layout.lane(drawings.length);
    return drawLane(row, top, frame);
  });
  const height = y + FOOT;
  return element('svg', { class: 'timelines', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-labelledby': `${id}-title ${id}-description` },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-description` }, description),
    heads, axis, lanes);
}

/**
 * @param {Drawing} drawing
 * @param {number} width
 * @param {number} before how many lines stand above
 * @returns {import('./element.mjs').Piece[]}
 */
function headLines({ heading, finding }, width, before) {
  return wrapWords(`${heading}: ${finding}`, width).map((line, i) =>
    element('text', { class: i === 0 ? 'heading' : 'finding', x: 0, y: (before + i) * HEAD_LINE + 15 },
      i === 0 ? [element('tspan', { class: 'name' }, heading), line.slice(heading.length)] : line));
}
