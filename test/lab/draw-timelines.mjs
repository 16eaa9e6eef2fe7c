import { html } from './html.mjs';
import { inMs, placeMarks } from './place-marks.mjs';
import { timeScale } from './time-scale.mjs';
import { toneOf } from './timeline.mjs';

/**
 * @typedef {import('./timeline.mjs').Timeline} Timeline
 * @typedef {import('./timeline.mjs').Lane} Lane
 * @typedef {import('./judge-events.mjs').Mark} Mark
 * @typedef {ReturnType<typeof timeScale>} Scale
 */

const WIDTH = 1120;
const READS_AT = 286;
const ZERO = 300;
const END = 1030;
const LANE = 25;
const HEAD = 50;
const GAP_OF_KINDS = 9;
const AXIS = 46;
const FOOT = 6;

/**
 * Two timelines above each other on one time axis, as an SVG drawing.
 * @param {string} title
 * @param {{ heading: string, timeline: Timeline }} above
 * @param {{ heading: string, timeline: Timeline }} below
 * @returns {import('./html.mjs').Markup}
 */
export function drawTimelines(title, above, below) {
  const scale = timeScale(Math.max(above.timeline.last, below.timeline.last), ZERO, END);
  const axis = heightOf(above.timeline);
  const height = axis + AXIS + heightOf(below.timeline) + FOOT;
  return html`<svg class="timelines" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">
${scale.ticks.map((at) => html`<line class="grid" x1="${scale.x(at)}" x2="${scale.x(at)}" y1="${HEAD - 8}" y2="${height - FOOT}"/>`)}
<line class="zero" x1="${ZERO}" x2="${ZERO}" y1="${HEAD - 8}" y2="${height - FOOT}"/>
${drawTimeline(above, 0, scale)}
${drawAxis(axis, scale)}
${drawTimeline(below, axis + AXIS, scale)}
</svg>`;
}

/** @param {Timeline} timeline */
function heightOf({ lanes }) {
  return HEAD + lanes.length * LANE + (new Set(lanes.map(({ kind }) => kind)).size - 1) * GAP_OF_KINDS;
}

/**
 * @param {{ heading: string, timeline: Timeline }} drawing
 * @param {number} top
 * @param {Scale} scale
 */
function drawTimeline({ heading, timeline }, top, scale) {
  let y = top + HEAD;
  const rows = timeline.lanes.map((lane, i) => {
    if (i > 0 && timeline.lanes[i - 1]?.kind !== lane.kind) y += GAP_OF_KINDS;
    y += LANE;
    return drawLane(lane, y - LANE / 2, scale);
  });
  return html`<text class="heading" x="0" y="${top + 24}">${heading}</text>
<text class="column" x="${READS_AT}" y="${top + 40}" text-anchor="end">before → at once</text>
<text class="column" x="${WIDTH}" y="${top + 40}" text-anchor="end">later</text>
${timeline.inside > 0 && drawInside(timeline.inside, top, y, scale)}
${rows}`;
}

/**
 * @param {number} inside
 * @param {number} top
 * @param {number} bottom
 * @param {Scale} scale
 */
function drawInside(inside, top, bottom, scale) {
  const width = (scale.x(inside) - ZERO + 12).toFixed(1);
  return html`<rect class="inside" x="${ZERO}" y="${top + HEAD - 4}" width="${width}" height="${bottom - top - HEAD + 4}"/>
<text class="inside-label" x="${ZERO + 5}" y="${top + 40}">close() has not returned</text>`;
}

/**
 * @param {Lane} lane
 * @param {number} y its middle
 * @param {Scale} scale
 */
function drawLane({ name, kind, reads, spans, marks, missing }, y, scale) {
  const { x, end } = scale;
  return html`<text class="lane" x="0" y="${y + 4}">${name}</text>
<text class="reads" x="${READS_AT}" y="${y + 4}" text-anchor="end"><tspan class="muted">${reads.before} → </tspan><tspan class="${toneOf(kind, reads.atOnce)}">${reads.atOnce}</tspan></text>
${spans.map(({ from, to, state, tone }) => html`<rect class="span ${tone}" x="${x(from)}" y="${y - 8}" width="${Math.max(1, x(Math.min(to, end)) - x(from)).toFixed(1)}" height="16"><title>${name} reads ${state}</title></rect>`)}
${placeMarks(marks, x, END).map((group) => html`${group.marks.map((one) => drawMark(one.mark, one.x, y))}
<text class="event" x="${group.label.x}" y="${y + 4}" text-anchor="${group.label.anchor}">${group.marks.map(({ mark }, i) => html`${i > 0 && ', '}<tspan class="${mark.judgement}">${mark.type}</tspan>`)} <tspan class="muted">${group.time}</tspan></text>`)}
${missing.map((type) => html`<circle class="missing" cx="${END - 10}" cy="${y}" r="7"/><text class="event" x="${END - 24}" y="${y + 4}" text-anchor="end"><tspan class="stray">no ${type}</tspan></text>`)}
<text class="reads" x="${WIDTH}" y="${y + 4}" text-anchor="end"><tspan class="${toneOf(kind, reads.later)}">${reads.later}</tspan></text>`;
}

/**
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 */
function drawMark({ type, at, judgement, because, turn }, x, y) {
  const title = html`<title>${type} at ${inMs(at)} ms${because && `: ${because}`}</title>`;
  // A shape each, for those who do not tell red from green.
  if (judgement === 'stray') return html`<path class="mark stray" d="M${x} ${y - 8}l8 8l-8 8l-8 -8z">${title}</path>`;
  return html`<circle class="mark ${judgement}" cx="${x}" cy="${y}" r="8">${title}</circle>${turn && html`<text class="turn" x="${x}" y="${y + 3.5}" text-anchor="middle">${turn}</text>`}`;
}

/**
 * @param {number} top
 * @param {Scale} scale
 */
function drawAxis(top, { x, ticks }) {
  const y = top + 24;
  return html`<line class="axis" x1="${ZERO}" x2="${END}" y1="${y}" y2="${y}"/>
<text class="axis-label" x="${ZERO - 14}" y="${y + 4}" text-anchor="end">close() is called</text>
${ticks.map((at) => html`<line class="axis" x1="${x(at)}" x2="${x(at)}" y1="${y - 4}" y2="${y + 4}"/><text class="tick" x="${x(at)}" y="${y + 18}" text-anchor="middle">${at}</text>`)}
<text class="tick" x="${WIDTH}" y="${y + 4}" text-anchor="end">ms after it</text>`;
}
