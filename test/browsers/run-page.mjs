import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exitedEarly, pageGone, timedOut } from './run-error.mjs';
import { serve } from './serve.mjs';
import { startBrowser } from './start-browser.mjs';

const REPORTER = fileURLToPath(new URL('./page-reporter.js', import.meta.url));
// A report may still be on its way when its sender goes.
const GRACE_MS = 1000;

/**
 * @typedef {object} Opener what a browser has that does not start on this machine
 * @property {(url: string) => Promise<import('./start-browser.mjs').RunningBrowser>} [open] resolves when the browser is there; `exited` may reject with a `RunError`
 * @property {string} [pageHost] the address of this machine that it reaches; loopback by default
 *
 * @typedef {object} Page
 * @property {string} [html] the page itself, or
 * @property {string} [path] its URL path in `files`, which may carry a query; `/` by default
 * @property {import('./served-file.mjs').Files} [files]
 * @property {Record<string, string>} [headers] for every file
 *
 * @typedef {object} Limits
 * @property {number} [timeoutMs] from the start of the browser (or when it is there, if it opens itself) to the report; a minute by default
 * @property {(json: unknown) => void} [onProgress]
 */

/**
 * Opens a page in a browser and resolves to the JSON that the page reports; rejects with a `RunError` when none comes.
 *
 * The page's query says where to: `report=/report/ID` (POST of JSON, ends the run) and `progress=/progress/ID` (POST of JSON, any number). `/report.js`
 * (page-reporter.js, ES5) does both, and holds a GET of `alive=/alive/ID` open, by which a crash of the page's process is seen at once.
 * @param {import('./find-browsers.mjs').Browser & Opener} browser
 * @param {Page} page
 * @param {Limits} limits
 * @returns {Promise<unknown>}
 */
export async function runPage(browser, page, { timeoutMs = 60_000, onProgress } = {}) {
  const id = randomUUID();
  const path = page.path ?? '/';
  const seen = { browser: browser.name, asked: false, progress: /** @type {unknown} */ (undefined) };
  const reported = signal();
  const gone = signal();
  const server = await serve({
    files: { '/report.js': REPORTER, '/favicon.ico': { body: '' }, ...inline(page.html, path), ...page.files },
    headers: page.headers,
    host: browser.pageHost,
    onRequest: () => (seen.asked = true),
    onReport: (to, json) => to === id && reported.give(json),
    onProgress(to, json) {
      if (to !== id) return;
      seen.progress = json;
      onProgress?.(json);
    },
    onGone: (to) => to === id && gone.give(undefined),
  });
  const open = browser.open ?? ((url) => startBrowser(browser, url));
  const query = `report=/report/${id}&progress=/progress/${id}&alive=/alive/${id}`;
  /** @type {import('./start-browser.mjs').RunningBrowser | undefined} */
  let running;
  const stopTimer = new AbortController();
  try {
    const { exited, stderrTail } = (running = await open(`${server.url}${path}${path.includes('?') ? '&' : '?'}${query}`));
    const now = () => ({ ...seen, stderr: stderrTail() });
    const ended = exited.then((exit) => orLate(reported.given, () => exitedEarly(now(), exit)));
    return await Promise.race([
      reported.given,
      ended,
      // A browser that crashes lets go of its pages first.
      gone.given.then(() => Promise.race([ended, orLate(reported.given, () => pageGone(now()), 2 * GRACE_MS)])),
      delay(timeoutMs, undefined, { signal: stopTimer.signal }).then(() => Promise.reject(timedOut(now(), timeoutMs))),
    ]);
  } finally {
    stopTimer.abort();
    await running?.stop();
    await server.close();
  }
}

/**
 * @param {string | undefined} html
 * @param {string} path
 * @returns {import('./served-file.mjs').Files}
 */
function inline(html, path) {
  return html === undefined ? {} : { [path.split('?')[0] ?? '/']: { body: html, type: 'text/html; charset=utf-8' } };
}

/** @returns {{ given: Promise<unknown>, give: (value: unknown) => void }} */
function signal() {
  /** @type {(value: unknown) => void} */
  let give = () => {};
  const given = new Promise((resolve) => (give = resolve));
  return { given, give };
}

/**
 * @param {Promise<unknown>} report
 * @param {() => Error} failure
 * @param {number} grace
 */
function orLate(report, failure, grace = GRACE_MS) {
  return Promise.race([report, delay(grace, undefined, { ref: false }).then(() => Promise.reject(failure()))]);
}
