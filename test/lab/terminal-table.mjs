import Table from 'cli-table3';
import { resultOf } from './make-report.mjs';
import { MODES } from './run-browsers.mjs';

/**
 * @typedef {import('./make-report.mjs').Report} Report
 * @typedef {import('./paint.mjs').Paint} Paint
 */

// Three fit 100 columns; more of them make a second table.
const BROWSERS_A_TABLE = 3;
const HEAD_LINES = 5;

/**
 * The clauses as rows and the browsers, each native and shimmed, as columns.
 * @param {Report} report
 * @param {Paint} paint
 * @returns {string}
 */
export function terminalTable(report, paint) {
  const ran = report.browsers.filter(({ runs }) => runs.native ?? runs.shimmed);
  const parts = [];
  for (let i = 0; i < ran.length; i += BROWSERS_A_TABLE) parts.push(tableOf(report, ran.slice(i, i + BROWSERS_A_TABLE), paint));
  return parts.join('\n');
}

/**
 * @param {Report} report
 * @param {Report['browsers']} browsers
 * @param {Paint} paint
 */
function tableOf({ clauses }, browsers, paint) {
  const table = new Table({
    colAligns: ['left', ...browsers.flatMap(() => /** @type {const} */ (['center', 'center']))],
    style: { border: [] },
  });
  table.push(['', ...browsers.map(({ name }) => ({ content: paint('bold', name), colSpan: 2, hAlign: /** @type {const} */ ('center') }))]);
  table.push(['clause', ...browsers.flatMap(() => [...MODES])]);
  for (const { id } of clauses) table.push([id, ...browsers.flatMap((browser) => MODES.map((mode) => cell(resultOf(browser, mode, id)?.verdict, paint)))]);
  return withoutRowLines(table.toString());
}

/**
 * @param {'holds' | 'broken' | 'cannot-tell' | undefined} verdict
 * @param {Paint} paint
 */
function cell(verdict, paint) {
  if (verdict === 'holds') return paint('green', '✓');
  if (verdict === 'broken') return paint('red', '✗');
  return verdict === undefined ? paint('yellow', 'no run') : '–';
}

/**
 * cli-table3 draws a line between all rows or none; only those around the head stay.
 * @param {string} text
 */
function withoutRowLines(text) {
  const lines = text.split('\n');
  return lines.filter((line, i) => i < HEAD_LINES || !line.startsWith('├')).join('\n');
}
