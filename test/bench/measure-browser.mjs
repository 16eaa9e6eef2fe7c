import { cpus } from 'node:os';
import { collectable } from '../browsers/collectable.mjs';
import { runPage } from '../browsers/run-page.mjs';
import { benchPage } from './bench-page.mjs';
import { SCENARIOS } from './scenarios.mjs';

// After so long a round no further round is begun; the slow scenarios then get fewer. Some are under way yet.
const ROUND_MS = 7000;
const SLACK_MS = 180_000;

/**
 * @typedef {object} Result one run in one browser
 * @property {{ name: string, engine: import('../browsers/find-browsers.mjs').Engine, version: string }} browser
 * @property {string} date
 * @property {number} cpus
 * @property {string} shim its version
 * @property {string} adapter its version
 * @property {{ shim: number, adapter: number }} bytes of the script tags that were measured, compressed with brotli
 * @property {number} rounds those asked for; each scenario's own are its `n`
 * @property {number} seed
 * @property {boolean} isolated whether the clock is as fine as the engine has it
 * @property {number} clockStepMs
 * @property {string} collected how garbage was
 * @property {import('./summarise.mjs').Samples[]} samples
 * @property {{ id: string, message: string }[]} failures
 *
 * @typedef {object} How
 * @property {string[]} only ids; none: all
 * @property {number} rounds
 * @property {number} seed
 * @property {{ shim: string, adapter: string }} versions
 * @property {(step: { scenario: string, round: number, rounds: number }) => void} [onProgress]
 */

/**
 * Measures what there is to measure in a browser, natively, with the shim, with adapter and with both.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {How} how
 * @returns {Promise<Result>}
 */
export async function measureBrowser(browser, { only, rounds, seed, versions, onProgress }) {
  const { name, engine, version } = browser;
  const scenarios = SCENARIOS.filter(({ id }) => only.length === 0 || only.includes(id)).map(({ id, batch }) => ({ id, batch: batch[engine] }));
  const budgetMs = rounds * ROUND_MS;
  const { page, bytes } = await benchPage({ scenarios, rounds, seed, budgetMs });
  const timeoutMs = budgetMs + SLACK_MS;
  const report = await runPage(collectable(browser), page, { timeoutMs, onProgress: (json) => onProgress?.(/** @type {Parameters<NonNullable<How['onProgress']>>[0]} */ (json)) });
  const { error, results, ...seen } = /** @type {any} */ (report);
  if (error) throw new Error(`${name}: ${error}`);
  const date = new Date().toISOString().slice(0, 10);
  return { browser: { name, engine, version }, date, cpus: cpus().length, ...versions, bytes, rounds, seed, ...seen, samples: results };
}
