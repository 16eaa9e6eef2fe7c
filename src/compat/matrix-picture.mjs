import { countBehaviours } from './behaviours.mjs';
import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Measurement} Measurement */

const CELL = 16;
const GAP = 2;
const HALF = (CELL - GAP) / 2 - 0.5;
const LABELS = 232;
const HEAD = 58;
const LEGEND = 34;
const NAMES = /** @type {Record<string, string>} */ ({ chromium: 'Chromium', firefox: 'Firefox' });

// GitHub and browsers apply the reader's colour scheme to an SVG of its own.
const STYLE = `
  text { font: 11px ui-sans-serif, system-ui, sans-serif; fill: #24292f }
  .id { font-family: ui-monospace, monospace }
  .holds { fill: #2da44e }
  .broken { fill: #fff; stroke: #cf222e; stroke-width: 1.4 }
  .cannot-tell { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .holds { fill: #3fb950 }
    .broken { fill: #0d1117; stroke: #ff7b72 }
    .cannot-tell { fill: #6e7681 }
  }`;

/**
 * The matrix as an SVG: a row a clause, a column a build; in each cell native above and shimmed below.
 * @param {Record<string, string>} clauses id → sentence
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function matrixPicture(clauses, measurements) {
  const ids = Object.keys(clauses);
  const { builds, native, shimmed } = countBehaviours(measurements);
  const gapAt = measurements.findIndex(({ engine }, i) => i > 0 && engine !== measurements[i - 1]?.engine);
  const x = (/** @type {number} */ i) => LABELS + i * (CELL + GAP) + (gapAt > 0 && i >= gapAt ? CELL : 0);
  const y = (/** @type {number} */ i) => HEAD + i * (CELL + GAP);
  const [width, height] = [x(measurements.length) + 40, y(ids.length) + LEGEND];
  const heads = measurements.map(({ version }, i) => `<text transform="translate(${x(i) + CELL - 4} ${HEAD - 6}) rotate(-60)">${majorOf(version)}</text>`);
  const names = measurements.map(({ engine }, i) => (engine === measurements[i - 1]?.engine ? '' : `<text x="${x(i)}" y="14">${NAMES[engine] ?? engine}</text>`)).filter(Boolean);
  const rows = ids.map((id, row) => {
    const cells = measurements.map(({ clauses: found, engine, version }, i) => {
      const [above, below] = [found[id]?.native.verdict ?? 'cannot-tell', found[id]?.shimmed.verdict ?? 'cannot-tell'];
      return `<g><title>${id} in ${engine} ${escaped(version)}: ${inWords(above)} natively, ${inWords(below)} with the shim</title>${mark(x(i), y(row), above)}${mark(x(i), y(row) + CELL / 2, below)}</g>`;
    });
    return `<text class="id" x="${LABELS - 8}" y="${y(row) + 12}" text-anchor="end">${id}</text>${cells.join('')}`;
  });
  const title = `The close contract in ${builds} browser builds`;
  const description = `A row a clause, a column a build; in each cell what the engine does natively above, with the shim below. ${native} different behaviours natively, ${shimmed} with the shim.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${description}</desc>`,
    `<style>${STYLE}\n</style>`,
    ...names,
    ...heads,
    ...rows,
    legend(y(ids.length) + 12),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * A filled bar, a hollow one or a dot: told apart without colour too.
 * @param {number} x
 * @param {number} y
 * @param {string} verdict
 */
function mark(x, y, verdict) {
  if (verdict === 'cannot-tell') return `<circle class="cannot-tell" cx="${x + CELL / 2}" cy="${y + HALF / 2}" r="1.5"/>`;
  const inset = verdict === 'broken' ? 0.7 : 0;
  return `<rect class="${verdict}" x="${x + inset}" y="${y + inset}" width="${CELL - 2 * inset}" height="${HALF - 2 * inset}" rx="1"/>`;
}

/** @param {number} y */
function legend(y) {
  const entries = [['holds', 'holds'], ['broken', 'broken'], ['cannot-tell', 'the engine lacks the member']];
  const marks = entries.map(([verdict, words], i) => `${mark(LABELS + i * 80, y, verdict ?? '')}<text x="${LABELS + i * 80 + CELL + 6}" y="${y + 8}">${words}</text>`);
  return `${marks.join('')}<text x="${LABELS - 8}" y="${y + 8}" text-anchor="end">native above, with the shim below</text>`;
}

/** @param {string} verdict */
function inWords(verdict) {
  return verdict === 'cannot-tell' ? 'nothing to look at' : verdict;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
