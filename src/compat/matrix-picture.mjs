import { countBehaviours } from './behaviours.mjs';
import { engineNames } from './engine-names.mjs';
import { RACES, keeping } from './keeping.mjs';
import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Measurement} Measurement */

const CELL = 16;
const GAP = 2;
const HALF = (CELL - GAP) / 2 - 0.5;
// As wide as a letter of the widest usual monospace font is at 11 px.
const LETTER = 6.85;
const MARGIN = 8;
const HEAD = 58;
const LEGEND = 52;
// Neighbours further apart than this have more between them than anyone would take for alike.
const WIDE = 16;

// GitHub and browsers apply the reader's colour scheme to an SVG of its own.
const STYLE = `
  text { font: 11px ui-sans-serif, system-ui, sans-serif; fill: #24292f }
  .id { font-family: ui-monospace, monospace }
  .kept { fill: #2da44e }
  .at-times { fill: url(#hatched); stroke: #2da44e; stroke-width: 1 }
  .gap { stroke: #8c959f; stroke-dasharray: 2 3 }
  .broken { fill: #fff; stroke: #cf222e; stroke-width: 1.4 }
  .cannot-tell { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .kept { fill: #3fb950 }
    .at-times { stroke: #3fb950 }
    .gap { stroke: #6e7681 }
    .broken { fill: #0d1117; stroke: #ff7b72 }
    .cannot-tell { fill: #6e7681 }
  }`;

const ENTRIES = /** @type {const} */ ([['kept', 'holds'], ['mostly', 'not every time: a race'], ['broken', 'broken'], ['cannot-tell', 'the engine lacks the member']]);
const IN_WORDS = { kept: 'holds', ...RACES, broken: 'broken', 'cannot-tell': 'nothing to look at' };

/**
 * The matrix as an SVG: a row a clause, a column a build; in each cell native above and shimmed below.
 * @param {Record<string, string>} clauses id → sentence
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function matrixPicture(clauses, measurements) {
  const ids = Object.keys(clauses);
  const { builds, native, shimmed } = countBehaviours(measurements);
  const labels = Math.ceil(Math.max(...ids.map((id) => id.length)) * LETTER) + 2 * MARGIN;
  const gaps = gapsBefore(measurements);
  const x = (/** @type {number} */ i) => labels + i * (CELL + GAP) + gaps.slice(0, i + 1).filter((gap) => gap !== undefined).length * CELL;
  const y = (/** @type {number} */ i) => HEAD + i * (CELL + GAP);
  const [width, height] = [Math.max(x(measurements.length), labels + entryAt(ENTRIES.length)) + 40, y(ids.length) + LEGEND];
  const heads = measurements.map(({ version }, i) => `<text transform="translate(${x(i) + CELL - 4} ${HEAD - 6}) rotate(-60)">${majorOf(version)}</text>`);
  const names = measurements.map(({ engine }, i) => (engine === measurements[i - 1]?.engine ? '' : `<text x="${x(i)}" y="14">${engineNames[engine]}</text>`)).filter(Boolean);
  const rows = ids.map((id, row) => {
    const cells = measurements.map((measurement, i) => {
      const { engine, version } = measurement;
      const [above, below] = [keeping(measurement, id, 'native'), keeping(measurement, id, 'shimmed')];
      return `<g><title>${id} in ${engine} ${escaped(version)}: ${IN_WORDS[above]} natively, ${IN_WORDS[below]} with the shim</title>${mark(x(i), y(row), above)}${mark(x(i), y(row) + CELL / 2, below)}</g>`;
    });
    return `<text class="id" x="${labels - MARGIN}" y="${y(row) + 12}" text-anchor="end">${id}</text>${cells.join('')}`;
  });
  const dashes = gaps.flatMap((gap, i) => (gap ? [`<g><title>${gap}</title>${dash(x(i) - (CELL + GAP) / 2, HEAD, y(ids.length) - GAP)}</g>`] : []));
  const title = `The close contract in ${builds} browser builds`;
  const description = `A row a clause, a column a build; in each cell what the engine does natively above, with the shim below. Versions between two columns were not measured. ${native} different behaviours natively, ${shimmed} with the shim.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${description}</desc>`,
    `<style>${STYLE}\n</style>`,
    '<defs><pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="kept" width="1.8" height="4"/></pattern></defs>',
    ...names,
    ...heads,
    ...dashes,
    ...rows,
    legend(labels, y(ids.length) + 12),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * For each build what lies between it and the one before, where that is much; an empty text where an engine begins.
 * @param {readonly Measurement[]} measurements
 * @returns {(string | undefined)[]}
 */
function gapsBefore(measurements) {
  return measurements.map(({ engine, version }, i) => {
    const before = measurements[i - 1];
    if (!before) return undefined;
    if (before.engine !== engine) return '';
    const [from, to] = [majorOf(before.version) + 1, majorOf(version) - 1];
    return to - from >= WIDE ? `${engineNames[engine]} ${from} to ${to}: between measured builds, not measured` : undefined;
  });
}

/**
 * @param {number} x
 * @param {number} from
 * @param {number} to
 */
function dash(x, from, to) {
  return `<line class="gap" x1="${x}" x2="${x}" y1="${from}" y2="${to}"/>`;
}

/**
 * A filled bar, a hatched or a hollow one, or a dot: told apart without colour too.
 * @param {number} x
 * @param {number} y
 * @param {import('./keeping.mjs').Keeping} how
 */
function mark(x, y, how) {
  if (how === 'cannot-tell') return `<circle class="cannot-tell" cx="${x + CELL / 2}" cy="${y + HALF / 2}" r="1.5"/>`;
  const inset = how === 'kept' ? 0 : 0.7;
  const look = how === 'mostly' || how === 'sometimes' ? 'at-times' : how;
  return `<rect class="${look}" x="${x + inset}" y="${y + inset}" width="${CELL - 2 * inset}" height="${HALF - 2 * inset}" rx="1"/>`;
}

/** @param {number} i of the entries of the legend */
function entryAt(i) {
  return ENTRIES.slice(0, i).reduce((x, [, words]) => x + CELL + 22 + Math.ceil(words.length * LETTER * 0.85), 0);
}

/**
 * @param {number} labels how wide they are
 * @param {number} y
 */
function legend(labels, y) {
  const marks = ENTRIES.map(([how, words], i) => `${mark(labels + entryAt(i), y, how)}<text x="${labels + entryAt(i) + CELL + 6}" y="${y + 8}">${words}</text>`);
  return `${marks.join('')}${dash(labels + CELL / 2, y + 16, y + 32)}<text x="${labels + CELL + 6}" y="${y + 28}">many versions between, none of them measured</text><text x="${labels - MARGIN}" y="${y + 8}" text-anchor="end">native above, with the shim below</text>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
