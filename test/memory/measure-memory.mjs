import { fileURLToPath } from 'node:url';
import { collectable } from '../browsers/collectable.mjs';
import { runPage } from '../browsers/run-page.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
// Without it a page may not measure its memory.
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const MEASURES_MEMORY = ['--enable-precise-memory-info', '--enable-blink-features=ForceEagerMeasureMemory'];

/**
 * @typedef {import('./page/main.mjs').PageReport} PageReport
 *
 * @typedef {object} Sizes how many of what
 * @property {number} connections
 * @property {number} channels
 * @property {number} frames
 * @property {number} installs
 */

/** @type {{ full: Sizes, quick: Sizes }} */
export const SIZES = {
  full: { connections: 10_000, channels: 1000, frames: 200, installs: 10_000 },
  quick: { connections: 500, channels: 100, frames: 20, installs: 200 },
};

/**
 * Creates, closes and drops connections in a fresh process of a browser, with or without the script tag, and counts what stays alive.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {{ shimmed: boolean, sizes: Sizes, shim?: string, timeoutMs?: number, onProgress?: (step: string) => void }} options
 * @returns {Promise<PageReport>}
 */
export async function measureMemory(browser, { shimmed, sizes, shim = here('../../dist/rtc-close-shim.min.js'), timeoutMs = 30 * 60_000, onProgress }) {
  const query = Object.entries(sizes).map(([name, size]) => `${name}=${size}`);
  const files = {
    '/': here('page/index.html'),
    '/page/': here('page/'),
    '/shim.js': shimmed ? shim : { type: 'text/javascript', body: '' },
  };
  const onJson = (/** @type {unknown} */ json) => onProgress?.(/** @type {{ step: string }} */ (json).step);
  const run = await runPage(collectable(browser, MEASURES_MEMORY), { path: `/?${query.join('&')}`, files, headers: ISOLATED }, { timeoutMs, onProgress: onJson });
  if (run && typeof run === 'object' && 'error' in run) throw new Error(String(run.error));
  return /** @type {PageReport} */ (run);
}
