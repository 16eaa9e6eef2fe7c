import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { legend } from '../../src/timeline/legend.mjs';
import { tally } from '../../src/timeline/tally.mjs';
import { clauseTable } from './clause-table.mjs';
import { html, Markup } from './html.mjs';
import { picture } from './picture.mjs';

const STYLES = ['../../src/timeline/page.css', './report-page.css'].map((path) => new URL(path, import.meta.url));

/**
 * @typedef {import('./make-report.mjs').Report} Report
 * @typedef {import('./run-browsers.mjs').BrowserRun} BrowserRun
 */

/**
 * The report as a page that needs nothing else: no script, no network.
 * @param {Report} report
 * @returns {Promise<string>}
 */
export async function reportPage(report) {
  const style = (await Promise.all(STYLES.map((file) => readFile(file, 'utf8')))).join('\n');
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const ran = report.browsers.filter(({ runs }) => runs.native ?? runs.shimmed);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>rtc-close-shim ${report.version}: ${report.figure}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<nav aria-label="Project"><span><b>rtc-close-shim</b> ${report.version} report</span> <a href="../dist/playground.html">Playground: the same in the browser you are in</a></nav>
<h1>What <code>close()</code> leaves behind in this machine's browsers</h1>
<p class="figure">${capital(report.figure)}.</p>
<dl class="facts">
<dt>Date</dt><dd><time datetime="${report.date}">${inWords(report.date)}</time></dd>
<dt>System</dt><dd>${report.system}</dd>
<dt>Browsers</dt><dd>${ran.length > 0 ? ran.map(({ name, version }) => `${engineOf(name)} ${version}`).join(', ') : 'none ran'}</dd>
</dl>
${report.problems.length > 0 && html`<section class="problems"><h2>Wrong</h2><ul>${report.problems.map((problem) => html`<li>${problem}</li>`)}</ul></section>`}
${ran.length > 0 && html`<ul class="cards">${ran.map(card)}</ul>
<h2>Clause by clause</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Clauses">${clauseTable({ ...report, browsers: ran })}</div>
<h2>One <code>close()</code>, two timelines</h2>
<p>A connection with audio and video both ways and six data channels is closed at 0 ms. Each line is one of its objects: what it read before and right after <code>close()</code>, what it fired and when, and what it read in the end. Green is what should be, red what should not. The scale is fine at first and coarser later.</p>
${legend()}
${ran.map(picture)}`}
${absent(report)}
<footer>All of the data, with every scene and reading: <a href="report.json">report.json</a>.</footer>
</main>
</body>
</html>
`.text;
}

/** @param {BrowserRun} browser */
function card({ name, version, source, runs }) {
  const [native, shimmed] = [runs.native, runs.shimmed].map((run) => run && tally(run.checked.results));
  return html`<li><h2>${name}</h2>
<p class="score"><span class="${full(native)}">${native?.holds ?? '?'}</span> <span class="arrow" aria-label="to">→</span> <span class="${full(shimmed)}">${shimmed?.holds ?? '?'}</span> <small>of ${(shimmed ?? native)?.of}</small></p>
<p class="muted">clauses hold, natively → with the shim</p>
<p class="muted">${version} (${source})</p></li>`;
}

/** @param {ReturnType<typeof tally> | undefined} counted */
function full(counted) {
  return counted && counted.holds === counted.of ? 'good' : 'bad';
}

/** @param {Report} report */
function absent({ browsers, missing }) {
  const failed = browsers.flatMap(({ failures }) => failures.map(({ mode, message, install }) => ({ what: `${message}${mode === 'shimmed' ? ' (with the shim)' : ''}`, install })));
  const all = [...failed, ...missing.map(({ name, reason, install }) => ({ what: `${name}: ${reason}`, install }))];
  return all.length > 0 && html`<h2>Could not run</h2>
<ul class="absent">${all.map(({ what, install }) => html`<li><pre>${what}</pre><p>To install: ${install}</p></li>`)}</ul>`;
}

/** @param {string} date ISO 8601 */
function inWords(date) {
  return `${date.slice(0, 10)}, ${date.slice(11, 16)} UTC`;
}

/** @param {string} name such as `chromium-156` */
function engineOf(name) {
  return capital(name.replace(/-\d+$/, ''));
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
