import { CHARACTER } from './layout-for.mjs';

const MARK_WIDTH = 18;
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
 * @property {{ x: number, anchor: 'start' | 'end' } | undefined} label undefined where there is no room for any
 *
 * @typedef {{ from: number, to: number }} Edges the pixels between which all has to be
 */

/**
 * Puts the marks of a lane at their times; where two would overlap, or one the other's label, the later one moves right, and they share a label.
 * @param {Mark[]} marks in order
 * @param {(at: number) => number} scale
 * @param {Edges} edges
 * @returns {Group[]} no label of one runs over a mark or label of another
 */
export function placeMarks(marks, scale, edges) {
  /** @type {Placed[][]} */
  const groups = [];
  marks.forEach((mark) => {
    const last = lastOf(groups);
    const x = scale(mark.at);
    if (last && x - MARK_WIDTH / 2 < endOf(last)) last.push({ mark, x: Math.max(x, lastX(last) + MARK_WIDTH) });
    else groups.push([{ mark, x }]);
  });
  return withinEdge(groups, edges).map((group, i, all) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    return labelled(group, { from: before ? endOf(before) : edges.from, to: after ? firstX(after) - MARK_WIDTH / 2 : edges.to });
  });
}

/**
 * Moves the last group left where it would stick out, and joins it to the one before where the two meet then.
 * @param {Placed[][]} groups
 * @param {Edges} edges
 * @returns {Placed[][]}
 */
function withinEdge(groups, { from, to }) {
  const last = lastOf(groups);
  if (!last) return groups;
  const over = Math.max(0, lastX(last) + MARK_WIDTH / 2 - to);
  const moved = last.map(({ mark, x }) => ({ mark, x: x - over }));
  const before = groups[groups.length - 2];
  if (!before || endOf(before) <= firstX(moved) - MARK_WIDTH / 2) return groups.slice(0, -1).concat([moved]);
  const joined = before.concat(moved.map(({ mark }, i) => ({ mark, x: lastX(before) + (i + 1) * MARK_WIDTH })));
  return withinEdge(groups.slice(0, -2).concat([joined]), { from, to });
}

/**
 * @param {Placed[]} marks
 * @param {Edges} edges
 * @returns {Group}
 */
function labelled(marks, { from, to }) {
  const time = timeOf(marks);
  const right = lastX(marks) + MARK_WIDTH / 2 + GAP;
  const left = firstX(marks) - MARK_WIDTH / 2 - GAP;
  const names = CHARACTER * namesOf(marks).length;
  const count = CHARACTER * `${marks.length} events`.length;
  const withTime = CHARACTER * ` ${time}`.length;
  /** @type {[boolean, string, number][]} */
  const ways = [[true, time, names + withTime], [true, '', names], [false, time, count + withTime], [false, '', count]];
  const [most] = ways;
  if (most && right + most[2] <= to) return { marks, names: true, time, label: { x: right, anchor: 'start' } };
  const room = Math.max(to - right, left - from);
  const fitting = ways.filter(([, , wide]) => wide <= room)[0];
  if (!fitting) return { marks, names: false, time: '', label: undefined };
  return { marks, names: fitting[0], time: fitting[1], label: fitting[2] <= left - from ? { x: left, anchor: 'end' } : { x: right, anchor: 'start' } };
}

/** @param {Placed[]} group */
function namesOf(group) {
  return group.map(({ mark }) => mark.type).join(', ');
}

/**
 * Where a group with its label ends.
 * @param {Placed[]} group
 */
function endOf(group) {
  return lastX(group) + MARK_WIDTH / 2 + GAP + CHARACTER * `${namesOf(group)} ${timeOf(group)}`.length + GAP;
}

/** @param {Placed[]} group */
function timeOf(group) {
  const first = inMs(group[0]?.mark.at ?? 0);
  const last = inMs(lastOf(group)?.mark.at ?? 0);
  return first === last ? `${first} ms` : `${first}–${last} ms`;
}

/** @param {Placed[]} group */
function firstX(group) {
  return group[0]?.x ?? 0;
}

/** @param {Placed[]} group */
function lastX(group) {
  return lastOf(group)?.x ?? 0;
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
