import { fileURLToPath } from 'node:url';
import { RunError } from '../browsers/run-error.mjs';
import { runPage } from '../browsers/run-page.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

// Fifty moments, each at least three times, or eleven; engines under Wine or X are slow.
const TIMEOUT_MS = 900_000;
const QUICK_TIMEOUT_MS = 240_000;
const MOST_CRASHES = 8;

/**
 * @typedef {import('../../src/never-worse').NeverWorseResult} NeverWorseResult
 * @typedef {import('../../src/never-worse').Step} Step
 * @typedef {import('../browsers/find-browsers.mjs').Browser & import('../browsers/run-page.mjs').Opener} Browser
 *
 * @typedef {object} RunOptions
 * @property {string} [shim] the file of a script tag; that of `dist` by default
 * @property {boolean} [quick]
 * @property {string} [only] moments whose name has this in it
 * @property {(step: Step) => void} [onProgress]
 */

/**
 * Adds what another page of the same browser found.
 * @param {NeverWorseResult} found
 * @param {NeverWorseResult} more
 * @returns {NeverWorseResult}
 */
const join = (found, more) => ({
  ...more,
  moments: [...found.moments, ...more.moments],
  losses: [...found.losses, ...more.losses],
  allowed: [...found.allowed, ...more.allowed],
  races: { ...found.races, ...more.races },
  skipped: [...new Set([...found.skipped, ...more.skipped])],
});

/**
 * Runs the suite in a browser, on a page of its own; where that has no connections left, on a further one. What natively ends the browser is left out and named; what
 * does so with the shim alone is a loss.
 * @param {Browser} browser
 * @param {RunOptions} options
 * @param {typeof runPage} run
 * @returns {Promise<NeverWorseResult>}
 */
export async function runNeverWorse(browser, { shim = here('../../dist/rtc-close-shim.min.js'), quick, only, onProgress } = {}, run = runPage) {
  /** @type {Record<string, string>} */
  const without = {};
  /** @type {NeverWorseResult['losses']} */
  const crashes = [];
  /** @type {NeverWorseResult | undefined} */
  let found;
  for (;;) {
    /** @type {Step | undefined} */
    let step;
    const task = { quick, only, without, among: found?.left };
    const files = {
      '/': here('page.html'),
      '/run.js': here('page.js'),
      '/task.js': { type: 'text/javascript', body: `window.neverWorseTask = ${JSON.stringify(task)};` },
      '/rtc-close-never-worse.min.js': here('../../dist/rtc-close-never-worse.min.js'),
      '/shim.js': shim,
    };
    const onStep = (/** @type {unknown} */ json) => {
      step = /** @type {Step} */ (json);
      onProgress?.(step);
    };
    try {
      const result = await run(browser, { files }, { timeoutMs: quick ? QUICK_TIMEOUT_MS : TIMEOUT_MS, onProgress: onStep });
      if (result && typeof result === 'object' && 'error' in result) throw new Error(String(result.error));
      const ofThisPage = /** @type {NeverWorseResult} */ (result);
      found = found ? join(found, ofThisPage) : ofThisPage;
      if (found.left.length && ofThisPage.moments.length) continue;
      const { losses, left, skipped } = found;
      return { ...found, losses: [...crashes, ...losses], skipped: [...skipped, ...left.map((moment) => `${moment}: the engine has no connections left for it`)] };
    } catch (error) {
      const isEnd = error instanceof RunError && error.reason !== 'could-not-start';
      if (!isEnd || !step || Object.keys(without).length >= MOST_CRASHES) throw error;
      const { moment, shimmed } = step;
      without[moment] = `the engine ${error.reason} in it, ${shimmed ? 'with the shim' : 'natively'}`;
      if (shimmed) crashes.push({ moment, part: 'page', objects: ['engine'], members: [], ways: [], when: 'at any time', facet: error.reason, native: ['no'], shimmed: ['yes'] });
    }
  }
}
