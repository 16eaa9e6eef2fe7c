import { VERDICTS } from '../../src/timeline/verdicts.mjs';
import { withCode } from '../../src/timeline/with-code.mjs';
import { html } from './html.mjs';
import { resultOf } from './make-report.mjs';
import { MODES } from './run-browsers.mjs';

/**
 * @typedef {import('./make-report.mjs').Report} Report
 * @typedef {import('./make-report.mjs').ClauseResult} ClauseResult
 */

/**
 * The clauses as an HTML table, with what was observed folded below each.
 * @param {Report} report
 * @returns {import('./html.mjs').Markup}
 */
export function clauseTable({ clauses, browsers }) {
  return html`<table>
<thead>
<tr><th rowspan="2" scope="col">Clause</th>${browsers.map(({ name }) => html`<th colspan="2" scope="colgroup">${name}</th>`)}</tr>
<tr>${browsers.map(() => MODES.map((mode) => html`<th scope="col" class="mode">${mode}</th>`))}</tr>
</thead>
<tbody>
${clauses.map((clause) => row(clause, browsers))}
</tbody>
</table>`;
}

/**
 * @param {Report['clauses'][number]} clause
 * @param {Report['browsers']} browsers
 */
function row({ id, text, expected }, browsers) {
  const cells = browsers.flatMap((browser) => MODES.map((mode) => ({ name: browser.name, mode, result: resultOf(browser, mode, id) })));
  const observed = cells.filter(({ result }) => result?.observed.length);
  return html`<tr id="${id}"><th scope="row"><p>${withCode(text)}</p>
<details><summary><span class="id">${id}</span></summary><dl>
<dt>expected</dt><dd>${withCode(expected)}</dd>
${observed.map(({ name, mode, result }) => html`<dt>${name} ${mode}</dt><dd><ul>${result?.observed.map((what) => html`<li>${what}</li>`)}</ul></dd>`)}
</dl></details></th>
${cells.map(({ mode, result }) => cell(result?.verdict ?? 'no-run', mode))}</tr>`;
}

/**
 * @param {ClauseResult['verdict'] | 'no-run'} verdict
 * @param {string} mode
 */
function cell(verdict, mode) {
  const { sign, word } = VERDICTS[verdict];
  return html`<td class="${verdict} ${mode}"><span aria-hidden="true">${sign}</span> <span class="word">${word}</span></td>`;
}
