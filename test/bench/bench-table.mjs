import { fiveLines } from './five-lines.mjs';
import { formatRatio, formatTime } from './format.mjs';
import { isMet, judgeBounds } from './judge-bounds.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { growth, summarise, VARIANTS } from './summarise.mjs';

/**
 * @typedef {import('./measure-browser.mjs').Result} Result
 * @typedef {import('./summarise.mjs').Row} Row
 */

const GROWTH = /** @type {const} */ (['close-1000-unconnected', 'close-10000-unconnected']);
const WORDS = Object.fromEntries(SCENARIOS.map(({ id, words }) => [id, words]));

/**
 * All that was measured, as Markdown: what a user wants to know in five lines, then for each browser the times and ratios, which bounds are met, and how `close()` grows.
 * @param {readonly Result[]} results
 * @returns {string}
 */
export function benchTable(results) {
  const { head, rows } = fiveLines(results);
  const intro = [
    '# What the shim costs',
    '',
    'Times are of one operation. Ratios are to native, the median of the ratios of each round, with its 95 % interval in brackets',
    '(fewer than six rounds: all of them). The variants took turns in one page, in random order.',
    '',
    ...markdown(head, rows),
  ];
  return `${[...intro, ...results.flatMap(ofBrowser)].join('\n')}\n`;
}

/** @param {Result} result */
function ofBrowser(result) {
  const { browser, date, cpus, shim, adapter, rounds, seed, collected, clockStepMs, samples, failures } = result;
  const rows = samples.map(summarise);
  return [
    '',
    `## ${browser.name} (${browser.version})`,
    '',
    `${date}, ${cpus} CPUs, rtc-close-shim ${shim}, webrtc-adapter ${adapter}; ${rounds} rounds, seed ${seed}; a clock of ${formatTime(clockStepMs)}; garbage collected ${collected}.`,
    '',
    ...markdown(['Operation', 'Batch', 'n', 'Native', 'With the shim', 'With adapter', 'With both', 'Shim ÷ adapter'], rows.map(cells)),
    ...failures.map(({ id, message }) => `\nNot measured: ${WORDS[id] ?? id}: ${message}`),
    '',
    ...markdown(['Bound', 'Is at most', 'Measured', 'Met'], judgeBounds(rows, browser.engine).map((judgement) => {
      const value = judgement.unit === 'ms' ? timeInterval(judgement.value) : formatRatio(judgement.value);
      return [WORDS[judgement.id] ?? '', judgement.words.replace('at most ', ''), value, isMet(judgement) ? `met (${judgement.verdict})` : '**not met**'];
    })),
    ...growthLines(samples),
    ...settledLines(rows),
  ];
}

/** @param {Row} row */
function cells({ id, batch, n, ms, toNative, toAdapter }) {
  // An empty script is nothing that a ratio could be of.
  const cell = (/** @type {'shim' | 'adapter' | 'adapter+shim'} */ variant) => (id === 'load' ? timeInterval(ms[variant]) : formatRatio(toNative[variant]));
  return [WORDS[id] ?? id, batch.toLocaleString('en'), String(n), formatTime(ms.native.median), cell('shim'), cell('adapter'), cell('adapter+shim'), formatRatio(toAdapter)];
}

/** @param {readonly import('./summarise.mjs').Samples[]} samples */
function growthLines(samples) {
  const grown = growth(samples, ...GROWTH);
  return grown ? ['', `From 1,000 to 10,000 channels \`close()\` takes so many times as long (10 is linear): ${VARIANTS.map((variant) => `${variant} ${formatRatio(grown[variant])}`).join(', ')}.`] : [];
}

/** @param {readonly Row[]} rows */
function settledLines(rows) {
  const settled = rows.filter((row) => Object.keys(row.settledMs).length > 0 && row.id !== 'close-0');
  if (settled.length === 0) return [];
  const table = markdown(['Until each channel of the batch has fired close', ...VARIANTS], settled.map(({ id, settledMs }) => [
    WORDS[id] ?? id,
    ...VARIANTS.map((variant) => (settledMs[variant] === undefined ? 'never' : formatTime(settledMs[variant]))),
  ]));
  return ['', ...table];
}

/** @param {import('./statistics.mjs').Interval} interval */
function timeInterval({ median, low, high }) {
  return `${formatTime(median)} [${formatTime(low)}, ${formatTime(high)}]`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function markdown(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((line) => `| ${line.join(' | ')} |`);
}
