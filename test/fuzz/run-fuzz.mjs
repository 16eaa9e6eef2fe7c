import { bundlePage, fuzzBrowser } from './fuzz-browser.mjs';

// A fresh process after so many: what engines do not collect does not add up, and a crash costs one part.
const PART = 2000;
const MOST_FINDS = 5;

/**
 * @typedef {import('./search').Find} Find
 *
 * @typedef {object} FuzzRun
 * @property {string} browser
 * @property {string} version
 * @property {number} seed
 * @property {number} programs that ran, those of shrinking too
 * @property {Find[]} finds
 *
 * @typedef {object} FuzzOptions
 * @property {number} programs
 * @property {number} minutes 0: until all programs have run
 * @property {number} seed
 * @property {string} [path]
 * @property {Find['rule']} [rule]
 * @property {number} parallel
 * @property {string} [shim]
 * @property {(programs: number, finds: number) => void} [onProgress]
 * @property {(find: Find) => void} [onFind] is told of each at once
 */

/**
 * Runs programs in one browser, in parts.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {FuzzOptions} options
 * @returns {Promise<FuzzRun>}
 */
export async function runFuzz(browser, { programs, minutes, seed, path, rule, parallel, shim, onProgress, onFind }) {
  const script = await bundlePage();
  const until = minutes ? Date.now() + minutes * 60_000 : Infinity;
  /** @type {FuzzRun} */
  const run = { browser: browser.name, version: browser.version, seed, programs: 0, finds: [] };
  const take = (/** @type {Find} */ find) => {
    if (run.finds.some((known) => known.rule === find.rule && known.seed === find.seed && known.path === find.path)) return;
    run.finds.push(find);
    onFind?.(find);
  };
  for (let part = 0, left = programs; left > 0 && Date.now() < until && run.finds.length < MOST_FINDS; part++, left -= PART) {
    const before = run.programs;
    // Each search has a seed of its own.
    const task = { seed: seed + part * PART, programs: Math.min(left, PART), path, ...(rule && { rule }), parallel, limitMs: Math.min(until - Date.now(), 3_600_000) };
    const onStep = (/** @type {import('./fuzz-browser.mjs').Step} */ { programs: ran, find }) => {
      if (find) take(find);
      onProgress?.(before + ran, run.finds.length);
    };
    const report = await fuzzBrowser(browser, task, { script, shim, onProgress: onStep });
    // One that was told at the last moment may have been overtaken.
    report.finds.forEach(take);
    run.programs += report.programs;
    if (path !== undefined) break;
  }
  return run;
}
