import { html } from '../../test/lab/html.mjs';
import { timelineOf } from '../timeline/timeline.mjs';
import { browserOf } from './close-runs.mjs';

/**
 * @typedef {import('../timeline/timeline.mjs').Timeline} Timeline
 * @typedef {import('../timeline/timeline.mjs').Lane} Lane
 * @typedef {import('../timeline/judge-events.mjs').Mark} Mark
 * @typedef {'light' | 'dark'} Theme
 *
 * @typedef {object} Layout in pixels
 * @property {number} width
 * @property {number} labels where the names of the lanes end
 * @property {number} zero where close() is called
 * @property {number} end of the axis
 */

/** What is drawn of the objects of the connection, by the suite's name, and what it is called for who does not know the suite. */
const LANES = /** @type {[name: string, label: string][]} */ ([
  ['channel first', 'open channel'],
  ['channel second', 'open channel'],
  ['channel negotiated', 'open channel'],
  ['channel received', 'open channel'],
  ['channel closing', 'closing channel'],
  ['channel unopened', 'unopened channel'],
  ['sctp transport', 'SCTP transport'],
]);

const LAYOUTS = /** @type {Record<'wide' | 'narrow', Layout>} */ ({
  wide: { width: 840, labels: 128, zero: 190, end: 832 },
  narrow: { width: 390, labels: 112, zero: 142, end: 384 },
});
const COLOURS = /** @type {Record<Theme, Record<'paper' | 'ink' | 'muted' | 'line' | 'good' | 'bad' | 'fill', string>>} */ ({
  light: { paper: '#ffffff', ink: '#1f2328', muted: '#59636e', line: '#d1d9e0', good: '#116329', bad: '#c01c28', fill: '0.16' },
  dark: { paper: '#0d1117', ink: '#f0f6fc', muted: '#9198a1', line: '#3d444d', good: '#57ab5a', bad: '#ff7b72', fill: '0.24' },
});

const LANE = 20;
const BAR = 15;
const HEAD = 46;
const LINE = 16;
const AXIS = 40;
const MARK = 5.5;
const CHARACTER = 6.6;
const TICKS = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/** The pictures of the README, by the name of their file in `dist`. */
export const CLOSE_PICTURES = /** @type {const} */ ([
  ['close-light.svg', 'wide', 'light'],
  ['close-dark.svg', 'wide', 'dark'],
  ['close-narrow-light.svg', 'narrow', 'light'],
  ['close-narrow-dark.svg', 'narrow', 'dark'],
]);

/**
 * One close() in a browser as two timelines on one axis: natively above, with the shim below. Each picture has the colours of one scheme, as `<picture>` chooses.
 * @param {import('./close-runs.mjs').CloseRun} run
 * @param {'wide' | 'narrow'} form
 * @param {Theme} theme
 * @returns {string} SVG
 */
export function closePicture(run, form, theme) {
  const layout = LAYOUTS[form];
  const both = [run.native, run.shimmed].map(({ recording }) => timelineOf(recording));
  const [native, shimmed] = /** @type {[Timeline, Timeline]} */ (both);
  const last = Math.max(...both.flatMap(({ lanes }) => drawn(lanes)).flatMap(({ marks }) => marks.map(({ at }) => at)));
  const panel = HEAD + LANES.length * LANE + (form === 'narrow' ? LINE + 10 : 0);
  const height = 2 * panel + AXIS;
  const words = closeInWords(run);
  const x = (/** @type {number} */ at) => round(layout.zero + ((layout.end - layout.zero) * Math.min(at, last * 1.12)) / (last * 1.12));
  const view = { layout, x, form };
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${height}" viewBox="0 0 ${layout.width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${words.title}</title>
<desc id="description">${words.native} ${words.shimmed}</desc>
<style>${styleOf(theme)}</style>
<rect class="paper" width="${layout.width}" height="${height}"/>
${axis(view, 2 * panel, last)}
${timeline(view, 0, native, `${browserOf(run)}`, words.native, 'bad')}
${timeline(view, panel, shimmed, `${browserOf(run)} with rtc-close-shim`, words.shimmed, 'good')}
</svg>
`}`;
}

/**
 * What the picture shows, in words: for those who do not see it, and for its headings.
 * @param {import('./close-runs.mjs').CloseRun} run
 */
export function closeInWords(run) {
  const [native, shimmed] = [timelineOf(run.native.recording), timelineOf(run.shimmed.recording)];
  return { title: `One close() in ${browserOf(run)}, natively and with the shim`, native: inWords(native), shimmed: inWords(shimmed) };
}

/** @param {Timeline} timeline */
function inWords(timeline) {
  const lanes = drawn(timeline.lanes);
  const open = lanes.filter(({ kind, reads }) => kind === 'channels' && reads.atOnce !== 'closed').length;
  const of = lanes.filter(({ kind }) => kind === 'channels').length;
  const stray = lanes.flatMap(({ marks }) => marks).filter(({ judgement }) => judgement !== 'owed').length;
  const closes = lanes.flatMap(({ marks }) => marks).filter(({ type }) => type === 'close').length;
  const states = open ? `${open} of ${of} channels are not closed after close()` : `All ${of} channels are closed at once`;
  const events = stray ? `${stray} events too many or out of order` : `${closes === of ? 'each fires' : `${closes} fire`} close once`;
  return `${states}, ${events}.`;
}

/** @param {Lane[]} lanes */
function drawn(lanes) {
  return LANES.flatMap(([name]) => lanes.filter((lane) => lane.name === name));
}

/** @typedef {{ layout: Layout, x: (at: number) => number, form: 'wide' | 'narrow' }} View */

/**
 * @param {View} view
 * @param {number} top
 * @param {Timeline} timeline
 * @param {string} heading
 * @param {string} finding
 * @param {'good' | 'bad'} tone
 */
function timeline({ layout, x, form }, top, { lanes, inside }, heading, finding, tone) {
  const first = top + HEAD + (form === 'narrow' ? LINE + 10 : 0) - 4;
  const head = form === 'wide'
    ? html`<text class="heading" x="0" y="${top + 26}">${heading}<tspan class="${tone}" dx="14">${finding}</tspan></text>`
    : html`<text class="heading" x="0" y="${top + 24}">${heading}</text>${finding.split(/(?<=,) /).map((part, i) => html`<text class="${tone}" x="0" y="${top + 24 + (i + 1) * LINE}">${part}</text>`)}`;
  const names = new Map(LANES);
  return html`<g>${head}
${drawn(lanes).map((lane, i) => drawLane({ layout, x }, lane, names.get(lane.name) ?? lane.name, first + i * LANE))}
<line class="zero" x1="${layout.zero}" x2="${layout.zero}" y1="${first - 4}" y2="${first + LANES.length * LANE - 2}"/>
${inside > 0 && html`<line class="inside" x1="${x(inside)}" x2="${x(inside)}" y1="${first - 4}" y2="${first + LANES.length * LANE + 8}"/><text class="note" x="${x(inside) - 5}" y="${first + LANES.length * LANE + 8}" text-anchor="end">close() has not returned</text>`}
</g>`;
}

/**
 * @param {Pick<View, 'layout' | 'x'>} view
 * @param {Lane} lane
 * @param {string} label
 * @param {number} y
 */
function drawLane({ layout, x }, lane, label, y) {
  const bar = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ name) => html`<rect class="bar ${name}" x="${from}" y="${y}" width="${round(to - from)}" height="${BAR}"/>`;
  const state = lane.reads.atOnce;
  return html`<text class="label" x="${layout.labels}" y="${y + 11.5}" text-anchor="end">${label}</text>
${bar(layout.labels + 8, layout.zero, 'before')}
${lane.spans.map(({ from, to, tone }) => bar(x(from), to === Infinity ? layout.end : x(to), tone))}
<text class="state ${lane.spans[0]?.tone}" x="${layout.zero + 6}" y="${y + 11.5}">${state}</text>
${marks({ layout, x }, lane.marks, y)}`;
}

/**
 * The marks of a lane, and beside the last one the events' names, or their number where there is no room.
 * @param {Pick<View, 'layout' | 'x'>} view
 * @param {Mark[]} all
 * @param {number} y
 */
function marks({ layout, x }, all, y) {
  const places = all.map(({ at }) => x(at));
  places.forEach((place, i) => {
    const before = places[i - 1];
    if (before !== undefined && place - before < 2 * MARK) places[i] = before + 2 * MARK;
  });
  const left = (places[0] ?? 0) - MARK - 5;
  const right = (places.at(-1) ?? 0) + MARK + 5;
  const names = all.map(({ type }) => type).join(', ');
  const long = names.length * CHARACTER;
  const fits = right + long <= layout.end ? 'right' : left - long >= layout.zero + 80 ? 'left' : 'not';
  const words = fits === 'not' ? `${all.length} events` : all.map(({ type, judgement }, i) => html`${i > 0 && ', '}<tspan class="${judgement === 'owed' ? 'good' : 'bad'}">${type}</tspan>`);
  const atLeft = fits === 'left' || (fits === 'not' && right + 8 * CHARACTER > layout.end);
  return html`${all.map(({ judgement }, i) => mark(judgement === 'owed', places[i] ?? 0, y + BAR / 2))}
${all.length > 0 && html`<text class="event" x="${atLeft ? left : right}" y="${y + 11.5}"${atLeft && html` text-anchor="end"`}>${words}</text>`}`;
}

/**
 * A circle for what is owed, a diamond for what is not: told apart without colour, too.
 * @param {boolean} isOwed
 * @param {number} x
 * @param {number} y
 */
function mark(isOwed, x, y) {
  return isOwed ? html`<circle class="mark good" cx="${x}" cy="${y}" r="${MARK}"/>` : html`<path class="mark bad" d="M${round(x)} ${y - MARK - 1}l${MARK + 1} ${MARK + 1}l-${MARK + 1} ${MARK + 1}l-${MARK + 1} -${MARK + 1}z"/>`;
}

/**
 * @param {View} view
 * @param {number} y
 * @param {number} last
 */
function axis({ layout, x, form }, y, last) {
  const ticks = TICKS.filter((at) => at <= last * 1.08);
  const at = y + 8;
  return html`<g><line class="axis" x1="${layout.zero}" x2="${layout.end}" y1="${at}" y2="${at}"/>
${ticks.map((tick) => html`<line class="axis" x1="${x(tick)}" x2="${x(tick)}" y1="${at}" y2="${at + 5}"/><text class="tick" x="${x(tick)}" y="${at + 19}" text-anchor="middle">${tick}</text>`)}
<text class="tick" x="${layout.zero - 12}" y="${at + 19}" text-anchor="end">${form === 'wide' ? 'ms after close() was called' : 'ms after close()'}</text></g>`;
}

/** @param {Theme} theme */
function styleOf(theme) {
  const { paper, ink, muted, line, good, bad, fill } = COLOURS[theme];
  return `text{font:12px -apple-system,system-ui,'Segoe UI','Liberation Sans',sans-serif;fill:${ink}}.paper{fill:${paper}}.heading{font-size:14px;font-weight:600}.note{font-size:11px;fill:${muted}}` +
    `.label,.tick{fill:${muted}}text.good,tspan.good{fill:${good}}text.bad,tspan.bad{fill:${bad}}.state{font-weight:600}` +
    `.bar{fill-opacity:${fill}}.bar.before,.bar.plain{fill:${muted}}.bar.good,.mark.good{fill:${good}}.bar.bad,.mark.bad{fill:${bad}}.mark{stroke:${paper};stroke-width:1.2}` +
    `.zero{stroke:${ink};stroke-width:1.5}.inside{stroke:${bad};stroke-dasharray:3 3}.axis{stroke:${line}}`;
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 10) / 10;
}
