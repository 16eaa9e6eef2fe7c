import { element } from './element.mjs';
import { BAR, CHARACTER } from './layout-for.mjs';
import { inMs, placeMarks } from './place-marks.mjs';
import { bar, line, text } from './shapes.mjs';
import { toneOf } from './timeline.mjs';

/**
 * @typedef {import('./rows-of.mjs').Row} Row
 * @typedef {import('./timeline.mjs').Lane} Lane
 * @typedef {import('./judge-events.mjs').Mark} Mark
 * @typedef {import('./element.mjs').Child} Child
 * @typedef {import('./layout-for.mjs').Layout & { scale: ReturnType<typeof import('./time-scale.mjs').timeScale>, tags: string[] }} Frame
 */

const MISSING = { fromEnd: 10, radius: 6 };
// From a bar's middle to the base line of the words in it.
const BASE = 4;

/**
 * An object with its bars, one for each timeline.
 * @param {Row} row
 * @param {number} top
 * @param {Frame} frame
 * @returns {Child}
 */
export function drawLane(row, top, frame) {
  const { stacked, pitch, words, zero, tags, tagAt, scale: { x, ticks } } = frame;
  const first = top + frame.lane(0) + pitch / 2;
  const middles = tags.map((_, i) => first + i * pitch);
  const lastMiddle = middles[middles.length - 1] ?? first;
  return [
    // In the gaps alone: a line across the bars would run through their words.
    ticks.map((at) => line('grid', x(at), x(at), top + 1, top + frame.lane(0) - words - 2)),
    line('zero', zero, zero, first - BAR, lastMiddle + BAR),
    stacked ? [text('lane', 0, top + 19, row.name), stackedReads(row, top + 19, frame)] : text('lane', 0, (first + lastMiddle) / 2 + BASE, row.name),
    middles.map((middle, i) => [
      text('tag', tagAt, middle + BASE, tags[i], 'end'),
      row.kind === 'call' ? drawCall(row.took[i], middle, frame) : drawBar(row.lanes[i], middle, frame),
    ]),
  ];
}

/**
 * @param {number | undefined} took
 * @param {number} y
 * @param {Frame} frame
 * @returns {Child}
 */
function drawCall(took, y, { zero, scale: { x } }) {
  if (took === undefined) return undefined;
  const says = inMs(took) === '0' ? 'returns at once' : `returns after ${inMs(took)} ms`;
  return [bar('span call', zero, x(took), y, BAR, says), text('event', x(took) + 8, y + BASE, says)];
}

/**
 * @param {Lane | undefined} lane
 * @param {number} y
 * @param {Frame} frame
 * @returns {Child}
 */
function drawBar(lane, y, frame) {
  if (!lane) return undefined;
  const { name, kind, reads, spans, marks, missing } = lane;
  const { zero, end, width, readsAt, stacked, scale } = frame;
  const { x } = scale;
  // The words of what never came stand at the end of the bar.
  const taken = missing.reduce((sum, type) => sum + 24 + CHARACTER * (type.length + 3), 0);
  return [
    !stacked && [
      text('reads', readsAt, y + BASE, [element('tspan', { class: 'muted' }, `${reads.before} → `), element('tspan', { class: toneOf(kind, reads.atOnce) }, reads.atOnce)], 'end'),
      text('reads', width, y + BASE, reads.later && element('tspan', { class: toneOf(kind, reads.later) }, reads.later), 'end'),
    ],
    spans.map(({ from, to, state, tone }) => bar(`span ${tone}`, x(from), x(Math.min(to, scale.end)), y, BAR, `${name} reads ${state}`)),
    placeMarks(marks, x, { from: zero, to: end - taken }).map((group) => [
      group.marks.map((one) => drawMark(one.mark, one.x, y)),
      group.label && text('event', group.label.x, y + BASE, [
        group.names ? group.marks.map(({ mark }, i) => [i > 0 && ', ', element('tspan', { class: mark.judgement }, mark.type)]) : `${group.marks.length} events`,
        element('tspan', { class: 'muted' }, group.time && ` ${group.time}`),
      ], group.label.anchor),
    ]),
    missing.map((type, i) => {
      const at = end - MISSING.fromEnd - i * (taken / missing.length);
      return [
        element('circle', { class: 'missing', cx: at, cy: y, r: MISSING.radius }),
        text('event', at - MISSING.radius - 6, y + BASE, element('tspan', { class: 'stray' }, `no ${type}`), 'end'),
      ];
    }),
  ];
}

/**
 * On a narrow page: what was read before and at once, of all timelines in a line; what was read before goes where there is no room.
 * @param {Row} row
 * @param {number} y
 * @param {Frame} frame
 */
function stackedReads({ name, kind, lanes }, y, { width }) {
  const there = lanes.filter((lane) => lane !== undefined);
  const [first] = there;
  if (!first || kind === 'call') return undefined;
  const before = `${first.reads.before} → `;
  const fits = (name.length + 2 + before.length + there.map(({ reads }) => reads.atOnce).join(' · ').length) * CHARACTER <= width;
  return text('reads', width, y, [
    fits && element('tspan', { class: 'muted' }, before),
    there.map(({ reads }, i) => [i > 0 && ' · ', element('tspan', { class: toneOf(kind, reads.atOnce) }, reads.atOnce)]),
  ], 'end');
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
