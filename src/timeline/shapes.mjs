import { element } from './element.mjs';

/**
 * @param {string} name
 * @param {number} x1
 * @param {number} x2
 * @param {number} y1
 * @param {number} y2
 */
export function line(name, x1, x2, y1, y2) {
  return element('line', { class: name, x1, x2, y1, y2 });
}

/**
 * @param {string} name
 * @param {number} x
 * @param {number} y
 * @param {import('./element.mjs').Child} says
 * @param {'end' | 'middle' | 'start'} [anchor]
 */
export function text(name, x, y, says, anchor) {
  return !!says && element('text', { class: name, x: round(x), y, 'text-anchor': anchor }, says);
}

/**
 * @param {string} name
 * @param {number} from
 * @param {number} to
 * @param {number} y its middle
 * @param {number} half its height
 * @param {string} title
 */
export function bar(name, from, to, y, half, title) {
  return element('rect', { class: name, x: round(from), y: y - half, width: round(Math.max(1, to - from)), height: 2 * half }, element('title', {}, title));
}

/** @param {number} x */
function round(x) {
  return Math.round(10 * x) / 10;
}
