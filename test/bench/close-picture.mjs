import { html, Markup } from '../lab/html.mjs';
import { formatTime } from './format.mjs';
import { summarise } from './summarise.mjs';

/**
 * @typedef {import('./measure-browser.mjs').Result} Result
 * @typedef {'native' | 'shim' | 'adapter'} Drawn
 * @typedef {{ x: number, ms: import('./statistics.mjs').Interval, isLive: boolean }} Point
 */

const LIVE = ['close-0', 'close-1', 'close-10', 'close-100', 'close-1000'];
const UNCONNECTED = ['close-1000-unconnected', 'close-10000-unconnected'];
const TICKS = ['0', '1', '10', '100', '1,000', '10,000'];
const DRAWN = /** @type {Drawn[]} */ (['native', 'adapter', 'shim']);
const WORDS = { native: 'native', shim: 'with the shim', adapter: 'with webrtc-adapter' };
const [STEP, DECADE, HEIGHT, TOP, LEFT, RIGHT, BOTTOM] = [62, 44, 300, 54, 62, 24, 86];
const PANEL = LEFT + STEP * (TICKS.length - 1) + RIGHT;

// GitHub and browsers apply the reader's colour scheme to an SVG of its own.
const STYLE = `
  text { font: 11px ui-sans-serif, system-ui, sans-serif; fill: #24292f }
  .head { font-weight: 600 }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 1.6 }
  .unconnected { stroke-dasharray: 4 3 }
  .native { stroke: #57606a; fill: #57606a }
  .shim { stroke: #0969da; fill: #0969da }
  .adapter { stroke: #bc4c00; fill: #bc4c00 }
  .hollow { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .grid { stroke: #30363d }
    .native { stroke: #9198a1; fill: #9198a1 }
    .shim { stroke: #4493f8; fill: #4493f8 }
    .adapter { stroke: #f0883e; fill: #f0883e }
    .hollow { fill: #0d1117 }
  }
  .line { fill: none }`;

/**
 * How long `close()` takes against the channels there are, as an SVG with a panel for each browser; both axes are logarithmic, but for 0 channels.
 * @param {readonly Result[]} results
 * @returns {string} empty when no `close()` was measured
 */
export function closePicture(results) {
  const panels = results.map((result) => ({ result, points: pointsOf(result) })).filter(({ points }) => points.native.length > 0);
  const times = panels.flatMap(({ points }) => DRAWN.flatMap((variant) => points[variant].map(({ ms }) => ms.median)));
  if (times.length === 0) return '';
  const [lowest, highest] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const size = Math.min(DECADE * 2, (HEIGHT - TOP) / Math.max(1, highest - lowest));
  const y = (/** @type {number} */ ms) => round(TOP + (highest - Math.log10(ms)) * size);
  const [width, height] = [PANEL * panels.length, y(10 ** lowest) + BOTTOM];
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">The time that close() takes, by the number of data channels</title>
<desc id="description">${panels.map(described).join(' ')}</desc>
<style>${new Markup(STYLE)}
</style>
${panels.map((panel, i) => html`<g transform="translate(${i * PANEL} 0)">${grid(panel.result, lowest, highest, y)}${DRAWN.map((variant) => curve(panel.points[variant], variant, y))}</g>\n`)}
${legend(height - 34)}
</svg>
`}`;
}

/** @param {Result} result */
function pointsOf({ samples }) {
  const rows = samples.map(summarise);
  /** @param {Drawn} variant */
  const of = (variant) => [...LIVE, ...UNCONNECTED].flatMap((id, i) => {
    const isLive = i < LIVE.length;
    const x = LEFT + STEP * (isLive ? i : i - 1);
    return rows.filter((row) => row.id === id && row.ms[variant].median > 0).map((row) => ({ x, ms: row.ms[variant], isLive }));
  });
  return { native: of('native'), shim: of('shim'), adapter: of('adapter') };
}

/**
 * @param {Result} result
 * @param {number} lowest
 * @param {number} highest
 * @param {(ms: number) => number} y
 */
function grid({ browser, rounds }, lowest, highest, y) {
  const decades = Array.from({ length: highest - lowest + 1 }, (_, i) => 10 ** (lowest + i));
  const bottom = y(10 ** lowest);
  // In two lines: in one, it would run into the next panel.
  return html`<text class="head" x="${LEFT}" y="18">time of one close()</text><text x="${LEFT}" y="34">${browser.name} (${browser.version}), ${rounds} rounds</text>
${decades.map((ms) => html`<line class="grid" x1="${LEFT}" x2="${PANEL - RIGHT}" y1="${y(ms)}" y2="${y(ms)}"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${formatTime(ms).replace(/\.0+ /, ' ')}</text>`)}
${TICKS.map((tick, i) => html`<text x="${LEFT + STEP * i}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`)}
<text x="${(LEFT + PANEL - RIGHT) / 2}" y="${bottom + 36}" text-anchor="middle">data channels of the connection</text>
`;
}

/**
 * @param {Point[]} points
 * @param {Drawn} variant
 * @param {(ms: number) => number} y
 */
function curve(points, variant, y) {
  const path = (/** @type {Point[]} */ some) => some.map(({ x, ms }, i) => `${i ? 'L' : 'M'}${x} ${y(ms.median)}`).join('');
  const [live, unconnected] = [points.filter(({ isLive }) => isLive), points.filter(({ isLive }) => !isLive)];
  return html`<path class="line ${variant}" d="${path(live)}"/><path class="line unconnected ${variant}" d="${path(unconnected)}"/>${points.map((point) =>
    html`<g><title>${WORDS[variant]}: ${formatTime(point.ms.median)} [${formatTime(point.ms.low)}, ${formatTime(point.ms.high)}]</title>${mark(point.x, y(point.ms.median), variant, point.isLive)}</g>`)}`;
}

/**
 * Told apart without colour too.
 * @param {number} x
 * @param {number} y
 * @param {Drawn} variant
 * @param {boolean} isFull
 */
function mark(x, y, variant, isFull = true) {
  const name = isFull ? variant : `${variant} hollow`;
  if (variant === 'native') return html`<circle class="${name}" cx="${x}" cy="${y}" r="3.5"/>`;
  if (variant === 'shim') return html`<rect class="${name}" x="${x - 3.5}" y="${y - 3.5}" width="7" height="7"/>`;
  return html`<path class="${name}" d="M${x} ${y - 4.5}L${x + 4.5} ${y + 3.5}L${x - 4.5} ${y + 3.5}Z"/>`;
}

/** @param {number} y */
function legend(y) {
  const marks = DRAWN.map((variant, i) => html`${mark(LEFT + i * 150, y, variant)}<text x="${LEFT + i * 150 + 10}" y="${y + 4}">${WORDS[variant]}</text>`);
  return html`${marks}<text x="${LEFT - 4}" y="${y + 22}">filled: live channels; hollow, dashed: not connected</text>`;
}

/** @param {{ result: Result, points: Record<Drawn, Point[]> }} panel */
function described({ result, points }) {
  const ends = DRAWN.map((variant) => points[variant].at(-1)).map((point, i) => `${formatTime(point?.ms.median ?? 0)} ${WORDS[DRAWN[i] ?? 'native']}`);
  return `${result.browser.name}: at the most channels ${ends.join(', ')}.`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
