import { element } from './element.mjs';
import { layoutFor } from './layout-for.mjs';
import { inMs, placeMarks } from './place-marks.mjs';
import { timeScale } from './time-scale.mjs';
import { toneOf } from './timeline.mjs';

/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 * @typedef {import('./timeline.mjs').Lane} Lane
 * @typedef {import('./judge-events.mjs').Mark} Mark
 * @typedef {import('./element.mjs').Child} Child
 * @typedef {import('./layout-for.mjs').Layout & { scale: ReturnType<typeof timeScale> }} Frame
 *
 * @typedef {object} Drawing
 * @property {string} heading
 * @property {string} finding what is to be seen in it
 * @property {Timeline} timeline
 */

const HEAD = 54;
const LINE = 17;
const CHARACTER = 7;
const GAP_OF_KINDS = 9;
const AXIS = 50;
const FOOT = 6;
const BAR = 8;

/**
 * Timelines below each other on one time axis, as an SVG drawing.
 * @param {{ id: string, title: string, description: string, width: number }} about `id` begins the ids of its title and description, and is unique on the page
 * @param {Drawing[]} drawings
 * @returns {import('./element.mjs').Piece}
 */
export function drawTimelines({ id, title, description, width }, drawings) {
  const layout = layoutFor(width);
  const { zero, end } = layout;
  const last = drawings.reduce((latest, { timeline }) => Math.max(latest, timeline.last), 0);
  const frame = { ...layout, scale: timeScale(last, zero, end) };
  let y = 0;
  const parts = drawings.map((drawing, i) => {
    const top = y;
    y += headOf(drawing, frame) + heightOf(drawing.timeline, frame);
    const axis = i === 0 && drawAxis(y, frame);
    if (axis) y += AXIS;
    return [drawTimeline(drawing, top, frame), axis];
  });
  const height = y + FOOT;
  return element('svg', { class: 'timelines', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-labelledby': `${id}-title ${id}-description` },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-description` }, description),
    parts);
}

/**
 * @param {Drawing} drawing
 * @param {Frame} frame
 */
function headOf({ finding }, { stacked, width }) {
  return HEAD + (stacked ? linesOf(finding, width).length * LINE : 0);
}

/**
 * @param {string} finding
 * @param {number} width
 * @returns {string[]} broken at commas, as SVG breaks no lines
 */
function linesOf(finding, width) {
  return finding.split(', ').reduce((/** @type {string[]} */ lines, part) => {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last.length + part.length + 2) * CHARACTER <= width) return lines.slice(0, -1).concat(`${last}, ${part}`);
    return lines.concat(part);
  }, []);
}

/**
 * @param {Timeline} timeline
 * @param {Frame} frame
 */
function heightOf({ lanes }, { lane }) {
  return lanes.length * lane + lanes.filter((_, i) => beginsKind(lanes, i)).length * GAP_OF_KINDS;
}

/**
 * @param {Lane[]} lanes
 * @param {number} i
 */
function beginsKind(lanes, i) {
  return i > 0 && lanes[i - 1]?.kind !== lanes[i]?.kind;
}

/**
 * @param {Drawing} drawing
 * @param {number} top
 * @param {Frame} frame
 * @returns {Child}
 */
function drawTimeline(drawing, top, frame) {
  const { heading, finding, timeline } = drawing;
  const first = top + headOf(drawing, frame);
  const bottom = first + heightOf(timeline, frame);
  const { stacked, zero, scale: { ticks, x } } = frame;
  let y = first;
  const rows = timeline.lanes.map((lane, i) => {
    if (beginsKind(timeline.lanes, i)) y += GAP_OF_KINDS;
    y += frame.lane;
    return drawLane(lane, y - frame.lane, frame);
  });
  return [
    ticks.map((at) => line('grid', x(at), x(at), first - 8, bottom)),
    !stacked && line('zero', zero, zero, first - 8, bottom),
    stacked
      ? [text('heading', 0, top + 20, heading), linesOf(finding, frame.width).map((words, i) => text('finding', 0, top + 20 + (i + 1) * LINE, words))]
      : text('heading', 0, top + 20, `${heading}: ${finding}`),
    text('column', frame.readsAt, first - 10, 'before → at once', 'end'),
    text('column', frame.width, first - 10, 'later', 'end'),
    timeline.inside > 0 && drawInside(timeline.inside, first, y, frame),
    rows,
  ];
}

/**
 * @param {number} inside
 * @param {number} top
 * @param {number} bottom
 * @param {Frame} frame
 */
function drawInside(inside, top, bottom, { zero, scale }) {
  const width = (scale.x(inside) - zero + 12).toFixed(1);
  return [
    element('rect', { class: 'inside', x: zero, y: top - 4, width, height: bottom - top + 4 }),
    text('inside-label', zero + 5, bottom + 12, 'close() has not returned'),
  ];
}

/**
 * @param {Lane} lane
 * @param {number} top
 * @param {Frame} frame
 * @returns {Child}
 */
function drawLane({ name, kind, reads, spans, marks, missing }, top, { scale, width, zero, end, middle, words, readsAt }) {
  const { x } = scale;
  const y = top + middle;
  return [
    text('lane', 0, top + words, name),
    text('reads', readsAt, top + words, [element('tspan', { class: 'muted' }, `${reads.before} → `), element('tspan', { class: toneOf(kind, reads.atOnce) }, reads.atOnce)], 'end'),
    text('reads', width, top + words, element('tspan', { class: toneOf(kind, reads.later) }, reads.later), 'end'),
    spans.map(({ from, to, state, tone }) =>
      element('rect', { class: `span ${tone}`, x: x(from), y: y - BAR, width: Math.max(1, x(Math.min(to, scale.end)) - x(from)).toFixed(1), height: 2 * BAR },
        element('title', {}, `${name} reads ${state}`))),
    placeMarks(marks, x, { from: zero, to: end - BAR }).map((group) => [
      group.marks.map((one) => drawMark(one.mark, one.x, y)),
      text('event', group.label.x, y + 4, [
        group.names ? group.marks.map(({ mark }, i) => [i > 0 && ', ', element('tspan', { class: mark.judgement }, mark.type)]) : `${group.marks.length} events`,
        element('tspan', { class: 'muted' }, group.time && ` ${group.time}`),
      ], group.label.anchor),
    ]),
    missing.map((type) => [
      element('circle', { class: 'missing', cx: end - 10, cy: y, r: 7 }),
      text('event', end - 24, y + 4, element('tspan', { class: 'stray' }, `no ${type}`), 'end'),
    ]),
  ];
}

/**
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 * @returns {Child}
 */
function drawMark({ type, at, judgement, because, turn }, x, y) {
  const title = element('title', {}, `${type} at ${inMs(at)} ms${because && `: ${because}`}`);
  // A shape each, for those who do not tell red from green.
  if (judgement === 'stray') return element('path', { class: 'mark stray', d: `M${x} ${y - BAR}l8 8l-8 8l-8 -8z` }, title);
  return [element('circle', { class: `mark ${judgement}`, cx: x, cy: y, r: BAR }, title), turn !== undefined && text('turn', x, y + 3.5, String(turn), 'middle')];
}

/**
 * @param {number} top
 * @param {Frame} frame
 * @returns {Child}
 */
function drawAxis(top, { zero, end, width, stacked, scale: { x, ticks } }) {
  const y = top + 26;
  return [
    line('axis', zero, end, y, y),
    !stacked && text('axis-label', zero - 14, y + 4, 'close() is called', 'end'),
    ticks.map((at, i) => [line('axis', x(at), x(at), y - 4, y + 4), text('tick', x(at), y + 18, String(at), i === 0 && stacked ? 'start' : x(at) > width - 12 ? 'end' : 'middle')]),
    stacked ? text('tick', width, y - 8, 'ms after close() was called', 'end') : text('tick', width, y + 4, 'ms after it', 'end'),
  ];
}

/**
 * @param {string} name
 * @param {number} x1
 * @param {number} x2
 * @param {number} y1
 * @param {number} y2
 */
function line(name, x1, x2, y1, y2) {
  return element('line', { class: name, x1, x2, y1, y2 });
}

/**
 * @param {string} name
 * @param {number} x
 * @param {number} y
 * @param {Child} says
 * @param {'end' | 'middle' | 'start'} [anchor]
 */
function text(name, x, y, says, anchor) {
  return element('text', { class: name, x, y, 'text-anchor': anchor }, says);
}
