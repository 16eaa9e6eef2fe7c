const MARK_WIDTH = 18;
const CHARACTER_WIDTH = 6.6;
const GAP = 6;

/**
 * @typedef {import('./judge-events.mjs').Mark} Mark
 *
 * @typedef {object} Group marks that share a label, because one would hide behind the other's
 * @property {{ mark: Mark, x: number }[]} marks
 * @property {string} time
 * @property {{ x: number, anchor: 'start' | 'end' }} label
 */

/**
 * Puts the marks of a lane at their times; where two would overlap the later one moves right, and they share a label.
 * @param {Mark[]} marks in order
 * @param {(at: number) => number} scale
 * @param {number} edge the pixel where labels must end; one that would not is put on the left
 * @returns {Group[]}
 */
export function placeMarks(marks, scale, edge) {
  /** @type {{ mark: Mark, x: number }[][]} */
  const groups = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && scale(mark.at) < before.x + MARK_WIDTH + labelWidth(group)) group.push({ mark, x: Math.max(scale(mark.at), before.x + MARK_WIDTH) });
    else groups.push([{ mark, x: scale(mark.at) }]);
  }
  return groups.map((group) => ({ marks: group, time: timeOf(group), label: labelPlace(group, edge) }));
}

/**
 * @param {{ mark: Mark, x: number }[]} group
 * @param {number} edge
 * @returns {Group['label']}
 */
function labelPlace(group, edge) {
  const right = (group.at(-1)?.x ?? 0) + MARK_WIDTH / 2 + GAP;
  if (right + labelWidth(group) <= edge) return { x: right, anchor: 'start' };
  return { x: (group[0]?.x ?? 0) - MARK_WIDTH / 2 - GAP, anchor: 'end' };
}

/** @param {{ mark: Mark }[]} group */
function labelWidth(group) {
  return CHARACTER_WIDTH * [...group.map(({ mark }) => mark.type), timeOf(group)].join(', ').length;
}

/** @param {{ mark: Mark }[]} group */
function timeOf(group) {
  const [first = '', last = ''] = [group[0], group.at(-1)].map((one) => inMs(one?.mark.at ?? 0));
  return first === last ? `${first} ms` : `${first}–${last} ms`;
}

/**
 * A time to a tenth of a millisecond, which is what browsers' clocks tell.
 * @param {number} at
 * @returns {string}
 */
export function inMs(at) {
  return String(Math.round(at * 10) / 10);
}
