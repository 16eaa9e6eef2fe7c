const MARK_WIDTH = 18;
const CHARACTER_WIDTH = 6.6;
const GAP = 6;

/**
 * @typedef {import('./judge-events.mjs').Mark} Mark
 *
 * @typedef {{ mark: Mark, x: number }} Placed
 *
 * @typedef {object} Group marks that share a label, because one would hide behind the other's
 * @property {Placed[]} marks
 * @property {boolean} names whether there is room for the events' names; their number stands for them where there is none
 * @property {string} time '' where there is no room for it
 * @property {{ x: number, anchor: 'start' | 'end' }} label
 */

/**
 * Puts the marks of a lane at their times; where two would overlap the later one moves right, and they share a label.
 * @param {Mark[]} marks in order
 * @param {(at: number) => number} scale
 * @param {{ from: number, to: number }} edges the pixels between which all has to be; a label is put on the left where it would not, and goes without its time where that does not help
 * @returns {Group[]}
 */
export function placeMarks(marks, scale, edges) {
  /** @type {Placed[][]} */
  const groups = [];
  marks.forEach((mark) => {
    const group = lastOf(groups);
    const before = group && lastOf(group);
    const x = scale(mark.at);
    if (group && before && x < before.x + MARK_WIDTH + labelWidth(group)) group.push({ mark, x: Math.max(x, before.x + MARK_WIDTH) });
    else groups.push([{ mark, x }]);
  });
  return groups.map((group) => {
    const over = Math.max(0, (lastOf(group)?.x ?? 0) - edges.to);
    return labelled(group.map(({ mark, x }) => ({ mark, x: x - over })), edges);
  });
}

/**
 * @param {Placed[]} marks
 * @param {{ from: number, to: number }} edges
 * @returns {Group}
 */
function labelled(marks, { from, to }) {
  const time = timeOf(marks);
  const right = (lastOf(marks)?.x ?? 0) + MARK_WIDTH / 2 + GAP;
  if (right + labelWidth(marks) <= to) return { marks, names: true, time, label: { x: right, anchor: 'start' } };
  const left = (marks[0]?.x ?? 0) - MARK_WIDTH / 2 - GAP;
  const room = left - from;
  const names = room >= labelWidth(marks) - CHARACTER_WIDTH * (time.length + 2);
  return { marks, names, time: room < labelWidth(marks) && names ? '' : time, label: { x: left, anchor: 'end' } };
}

/** @param {Placed[]} group */
function labelWidth(group) {
  return CHARACTER_WIDTH * group.map(({ mark }) => mark.type).concat(timeOf(group)).join(', ').length;
}

/** @param {Placed[]} group */
function timeOf(group) {
  const first = inMs(group[0]?.mark.at ?? 0);
  const last = inMs(lastOf(group)?.mark.at ?? 0);
  return first === last ? `${first} ms` : `${first}–${last} ms`;
}

/**
 * @template T
 * @param {T[]} list
 * @returns {T | undefined}
 */
function lastOf(list) {
  return list[list.length - 1];
}

/**
 * A time to a tenth of a millisecond, which is what browsers' clocks tell.
 * @param {number} at
 * @returns {string}
 */
export function inMs(at) {
  return String(Math.round(at * 10) / 10);
}
