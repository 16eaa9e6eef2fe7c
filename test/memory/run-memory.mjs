import { judgeMemory } from './judge-memory.mjs';
import { measureMemory, SIZES } from './measure-memory.mjs';

/**
 * @typedef {import('../lab/run-browsers.mjs').Mode} Mode
 *
 * @typedef {object} MemoryRun
 * @property {string} browser
 * @property {string} version
 * @property {import('./measure-memory.mjs').Sizes} sizes
 * @property {import('./page/main.mjs').PageReport} native
 * @property {import('./page/main.mjs').PageReport} shimmed
 * @property {import('./judge-memory.mjs').Verdict[]} verdicts
 */

/**
 * Measures a browser natively and with the shim, each in a process of its own, and judges.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {{ quick?: boolean, onProgress?: (mode: Mode, step: string) => void }} options
 * @returns {Promise<MemoryRun>}
 */
export async function runMemory(browser, { quick = false, onProgress } = {}) {
  const sizes = quick ? SIZES.quick : SIZES.full;
  const run = (/** @type {Mode} */ mode) => measureMemory(browser, { shimmed: mode === 'shimmed', sizes, onProgress: (step) => onProgress?.(mode, step) });
  const native = await run('native');
  const shimmed = await run('shimmed');
  return { browser: browser.name, version: browser.version, sizes, native, shimmed, verdicts: judgeMemory(native, shimmed) };
}
