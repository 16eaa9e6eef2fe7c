import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { collectable } from '../browsers/collectable.mjs';
import { runPage } from '../browsers/run-page.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const HTML = '<!doctype html><meta charset="utf-8" /><title>rtc-close-shim: fuzz</title><body><script src="/report.js"></script><script src="/task.js"></script><script src="/shim.js"></script><script src="/page.js"></script>';
// From the last program that may begin to the report: a program, and what shrinking it may take.
const GRACE_MS = 300_000;

/**
 * @typedef {import('./page/page').Task} Task
 * @typedef {import('./page/page').PageReport} PageReport
 * @typedef {{ programs: number, finds: number, find?: import('./search').Find }} Step
 */

/**
 * The page's script, with fast-check in it.
 * @returns {Promise<string>}
 */
export async function bundlePage() {
  const { outputFiles } = await build({ entryPoints: [here('page/page.ts')], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}

/**
 * Runs programs in a fresh process of a browser.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {Task} task
 * @param {{ script: string, shim?: string, onProgress?: (step: Step) => void }} options
 * @returns {Promise<PageReport>}
 */
export async function fuzzBrowser(browser, task, { script, shim = here('../../dist/rtc-close-shim.min.js'), onProgress }) {
  const files = {
    '/': { body: HTML, type: 'text/html; charset=utf-8' },
    '/task.js': { body: `window.fuzzTask = ${JSON.stringify(task)};` },
    '/page.js': { body: script },
    '/shim.js': shim,
  };
  const onJson = (/** @type {unknown} */ json) => onProgress?.(/** @type {Step} */ (json));
  const run = await runPage(collectable(browser), { files }, { timeoutMs: task.limitMs + GRACE_MS, onProgress: onJson });
  if (run && typeof run === 'object' && 'error' in run) throw new Error(String(run.error));
  return /** @type {PageReport} */ (run);
}
