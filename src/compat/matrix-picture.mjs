import { countBehaviours } from './behaviours.mjs';
import { columnGroups, isAfterWideGap } from './column-groups.mjs';
import { engineNames } from './engine-names.mjs';
import { RACES, keeping } from './keeping.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./column-groups.mjs').Group} Group
 * @typedef {import('./keeping.mjs').Keeping} Keeping
 * @typedef {'native' | 'shimmed'} Mode
 */

// As narrow as a page on a phone may show it without making its words too small.
const WIDTH = 480;
const MARGIN = 2;
const HEAD = 78;
const SENTENCE_LINE = 17;
const BAR = 10;
const PITCH = BAR + 2;
const ROW_GAP = 13;
const GAPS = { small: 3, wide: 13, engine: 22 };
// As wide as a letter of the widest usual font is at 13 px.
export const LETTER = 7.9;

// GitHub and browsers apply the reader's colour scheme to an SVG of its own.
const STYLE = `
  text { font: 13px ui-sans-serif, system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif; fill: #24292f }
  .engine { font-weight: 600 }
  .version { font-size: 12px }
  .kept { fill: #c3e6cd }
  .stripe { fill: #cf222e }
  .race { fill: url(#race) }
  .broken { fill: #cf222e }
  .lacks { fill: #8c959f }
  .gap { stroke: #8c959f; stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .kept { fill: #21492f }
    .stripe { fill: #ff7b72 }
    .broken { fill: #f85149 }
    .lacks { fill: #6e7681 }
    .gap { stroke: #6e7681 }
  }`;

/** @type {Record<Keeping, string>} */
const LOOKS = { kept: 'kept', mostly: 'race', sometimes: 'race', broken: 'broken', 'cannot-tell': 'lacks' };
const ENTRIES = /** @type {const} */ ([
  ['broken', 'broken'], ['race', 'not every time: a race decides'], ['kept', 'kept'], ['lacks', 'the engine lacks what it is about'],
]);
/** @type {Record<Keeping, string>} */
const IN_WORDS = { kept: 'kept', ...RACES, broken: 'broken', 'cannot-tell': 'nothing to look at' };
const MODES = /** @type {const} */ (['native', 'shimmed']);

/**
 * The matrix as an SVG: below each clause's sentence two bars, native above and with the shim below, cut where the measured versions are
 * not next to each other.
 * @param {Record<string, string>} clauses id → sentence
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function matrixPicture(clauses, measurements) {
  const ids = Object.keys(clauses);
  const { builds, native, shimmed } = countBehaviours(measurements);
  const columns = placeColumns(columnGroups(measurements, ids));
  const title = `The close contract in ${builds} browser builds`;
  const description = `Below each clause what engines do: natively in the upper bar, with the shim in the lower one. Neighbouring versions that do the same share a column; versions between two columns with a gap were not measured. ${native} different behaviours natively, ${shimmed} with the shim.`;
  const legend = drawLegend(24, columns.some(({ group }, i) => isSameVersion(group, columns[i - 1]?.group)));
  let y = legend.bottom + 14;
  const heads = [drawHeads(columns, y)];
  const top = y + HEAD;
  y = top + 4;
  const rows = ids.map((id) => {
    const row = drawRow(id, clauses[id] ?? '', columns, y);
    y = row.bottom + ROW_GAP;
    return row.svg;
  });
  heads.push(drawHeads(columns, y));
  const dashes = columns.filter(({ group }) => isAfterWideGap(group)).map(({ x }) => `<line class="gap" x1="${x - GAPS.wide / 2}" x2="${x - GAPS.wide / 2}" y1="${top - HEAD + 26}" y2="${top}"/>`);
  const height = Math.round(y + HEAD);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${description}</desc>`,
    `<style>${STYLE}\n</style>`,
    '<defs><pattern id="race" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="kept" width="5" height="5"/><rect class="stripe" width="2" height="5"/></pattern></defs>',
    legend.svg,
    ...heads,
    ...dashes,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

/**
 * @param {Group[]} groups
 * @returns {{ group: Group, x: number, width: number }[]}
 */
function placeColumns(groups) {
  const gaps = groups.map((group, i) => gapBefore(group, groups[i - 1]));
  const width = (WIDTH - 2 * MARGIN - gaps.reduce((sum, gap) => sum + gap, 0)) / groups.length;
  let x = MARGIN;
  return groups.map((group, i) => {
    x += gaps[i] ?? 0;
    const at = x;
    x += width;
    return { group, x: round(at), width: round(width) };
  });
}

/**
 * @param {Group} group
 * @param {Group | undefined} before
 */
function gapBefore(group, before) {
  if (!before) return 0;
  if (before.engine !== group.engine) return GAPS.engine;
  if (isAfterWideGap(group)) return GAPS.wide;
  return group.unmeasured > 0 ? GAPS.small : 0;
}

/**
 * @param {ReturnType<typeof placeColumns>} columns
 * @param {number} top
 */
function drawHeads(columns, top) {
  const bottom = top + HEAD - 8;
  return columns.map(({ group: { engine, label }, x, width }, i) => {
    const name = engine === columns[i - 1]?.group.engine ? '' : `<text class="engine" x="${x}" y="${top + 10}">${engineNames[engine]}</text>`;
    return `${name}<text class="version" transform="translate(${round(x + width / 2 + 4)} ${bottom}) rotate(-90)">${label}</text>`;
  }).join('');
}

/**
 * @param {string} id
 * @param {string} sentence
 * @param {ReturnType<typeof placeColumns>} columns
 * @param {number} top
 */
function drawRow(id, sentence, columns, top) {
  const lines = wrap(sentence.replaceAll('`', ''));
  const words = lines.map((line, i) => `<text x="${MARGIN}" y="${top + 13 + i * SENTENCE_LINE}">${escaped(line)}</text>`);
  const first = top + lines.length * SENTENCE_LINE + 2;
  const bars = MODES.map((mode, i) => drawBar(id, mode, columns, first + i * PITCH));
  return { svg: `<g><title>${inWords(id, columns)}</title>${words.join('')}${bars.join('')}</g>`, bottom: first + 2 * PITCH };
}

/**
 * @param {string} id
 * @param {Mode} mode
 * @param {ReturnType<typeof placeColumns>} columns
 * @param {number} y
 */
function drawBar(id, mode, columns, y) {
  /** @type {Record<string, { from: number, to: number }[]>} */
  const runs = {};
  for (const { group, x, width } of columns) {
    const look = LOOKS[keepingOf(group, id, mode)];
    const mine = (runs[look] ??= []);
    const last = mine.at(-1);
    // What is next to each other without a gap is one.
    if (last && Math.abs(last.to - x) < 0.2) last.to = x + width;
    else mine.push({ from: x, to: x + width });
  }
  return Object.entries(runs).map(([look, all]) => drawRuns(look, all, y)).join('');
}

/**
 * @param {string} look
 * @param {{ from: number, to: number }[]} runs
 * @param {number} y
 */
function drawRuns(look, runs, y) {
  // What there is nothing to look at is a line, and no bar.
  const [top, height] = look === 'lacks' ? [y + BAR / 2 - 0.5, 1] : [y, BAR];
  return `<path class="${look}" d="${runs.map(({ from, to }) => `M${round(from)} ${top}h${round(to - from)}v${height}h${round(from - to)}z`).join('')}"/>`;
}

/**
 * @param {Group} group
 * @param {Group | undefined} before
 */
function isSameVersion({ engine, builds: [first] }, before) {
  const last = before?.builds.at(-1);
  return first !== undefined && last !== undefined && before?.engine === engine && majorOf(first.version) === majorOf(last.version);
}

/**
 * @param {Group} group
 * @param {string} id
 * @param {Mode} mode
 */
function keepingOf({ builds: [build] }, id, mode) {
  return build ? keeping(build, id, mode) : 'cannot-tell';
}

/**
 * A row in words: for each kind of keeping the versions, such as `broken in Chromium 39–45, 64`.
 * @param {string} id
 * @param {ReturnType<typeof placeColumns>} columns
 */
function inWords(id, columns) {
  const said = MODES.map((mode) => {
    /** @type {Record<string, Record<string, string[]>>} */
    const found = {};
    for (const { group } of columns) ((found[IN_WORDS[keepingOf(group, id, mode)]] ??= {})[engineNames[group.engine]] ??= []).push(group.label);
    const kinds = Object.entries(found).map(([words, engines]) => `${words} in ${Object.entries(engines).map(([engine, labels]) => `${engine} ${[...new Set(labels)].join(', ')}`).join('; ')}`);
    return `${mode === 'native' ? 'natively' : 'with the shim'} ${kinds.join('. ')}`;
  });
  return `${id}: ${said.join('. ')}`;
}

/**
 * @param {number} y
 * @param {boolean} hasTwins whether a version is there twice
 */
function drawLegend(y, hasTwins) {
  const entries = ENTRIES.map(([look, words], i) => `${drawRuns(look, [{ from: MARGIN, to: MARGIN + 26 }], y + 8 + i * 20)}<text x="${MARGIN + 36}" y="${y + 17 + i * 20}">${words}</text>`);
  const last = y + 17 + ENTRIES.length * 20;
  const note = hasTwins ? `<text x="${MARGIN + 36}" y="${last + 20}">a version twice: two builds of it that differ</text>` : '';
  return {
    svg: `<text class="engine" x="${MARGIN}" y="16">Upper bar: native. Lower bar: with the shim.</text>${entries.join('')}<line class="gap" x1="${MARGIN + 13}" x2="${MARGIN + 13}" y1="${last - 12}" y2="${last + 2}"/><text x="${MARGIN + 36}" y="${last}">a gap: versions that were not measured</text>${note}`,
    bottom: last + (hasTwins ? 28 : 8),
  };
}

/**
 * @param {string} sentence
 * @returns {string[]} lines that fit the picture
 */
function wrap(sentence) {
  const most = Math.floor((WIDTH - 2 * MARGIN) / LETTER);
  /** @type {string[]} */
  const lines = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** @param {number} x */
function round(x) {
  return Math.round(x * 10) / 10;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
