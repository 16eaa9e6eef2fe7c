import { fileURLToPath } from 'node:url';
import { runPage } from '../browsers/run-page.mjs';
import { TESTS, wptFiles } from './wpt-files.mjs';

const DRIVER = fileURLToPath(new URL('./page/all.js', import.meta.url));
const TIMEOUT_MS = 420_000;

/**
 * @typedef {object} PageResult what testharness.js says of a page
 * @property {'OK' | 'ERROR' | 'TIMEOUT' | 'PRECONDITION_FAILED'} harness
 * @property {string} message of the harness, where it is not OK
 * @property {{ name: string, status: Status, message: string }[]} subtests
 *
 * @typedef {'PASS' | 'FAIL' | 'TIMEOUT' | 'NOTRUN' | 'PRECONDITION_FAILED'} Status
 *
 * @typedef {Record<string, PageResult>} Results by the name of the test file
 */

/**
 * Runs the test files in a browser, one after the other in a frame of one page.
 * @param {import('../browsers/find-browsers.mjs').Browser & import('../browsers/run-page.mjs').Opener} browser
 * @param {{ tests?: string[], first?: { file?: string, body?: string }, onProgress?: (test: string) => void }} [options] `first`: what each page runs before all others
 * @returns {Promise<Results>}
 */
export async function runWpt(browser, { tests = TESTS, first, onProgress } = {}) {
  const html = `<!doctype html><meta charset="utf-8"><title>tests</title><body><script src="/report.js"></script><script src="/tests.js"></script><script src="/all.js"></script>`;
  const files = { ...wptFiles(first), '/tests.js': { type: 'text/javascript', body: `window.tests = ${JSON.stringify(tests)};` }, '/all.js': DRIVER };
  const take = (/** @type {unknown} */ json) => onProgress?.(/** @type {{ test: string }} */ (json).test);
  return /** @type {Results} */ (await runPage(browser, { html, files }, { timeoutMs: TIMEOUT_MS, onProgress: take }));
}
