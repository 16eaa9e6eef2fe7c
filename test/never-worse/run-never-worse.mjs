import { fileURLToPath } from 'node:url';
import { runPage } from '../browsers/run-page.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

// Thirty moments, each at least three times; engines under Wine or X are slow.
const TIMEOUT_MS = 900_000;

/**
 * @typedef {import('../../src/never-worse').NeverWorseResult} NeverWorseResult
 *
 * @typedef {object} RunOptions
 * @property {string} script the suite's
 * @property {string} [shim] the file of a script tag; that of `dist` by default
 * @property {boolean} [quick]
 * @property {string} [only] moments whose name has this in it
 * @property {(step: string) => void} [onProgress]
 */

/**
 * Runs the suite in a browser, on a page of its own.
 * @param {import('../browsers/find-browsers.mjs').Browser & import('../browsers/run-page.mjs').Opener} browser
 * @param {RunOptions} options
 * @returns {Promise<NeverWorseResult>}
 */
export async function runNeverWorse(browser, { script, shim = here('../../dist/rtc-close-shim.min.js'), quick, only, onProgress }) {
  const run = await runPage(
    browser,
    {
      path: `/?never-worse${quick ? '&quick' : ''}${only ? `&only=${encodeURIComponent(only)}` : ''}`,
      files: { '/': here('page.html'), '/run.js': here('page.js'), '/never-worse.js': { type: 'text/javascript', body: script }, '/shim.js': shim },
    },
    { timeoutMs: TIMEOUT_MS, onProgress: (json) => onProgress?.(/** @type {{ step: string }} */ (json).step) },
  );
  if (run && typeof run === 'object' && 'error' in run) throw new Error(String(run.error));
  return /** @type {NeverWorseResult} */ (run);
}
