import { fileURLToPath } from 'node:url';
import { runPage } from '../browsers/run-page.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @typedef {import('../../src/check').CheckResult} CheckResult
 * @typedef {import('../../src/fn').ReportLine} ReportLine
 *
 * @typedef {object} SuiteRun
 * @property {string} userAgent
 * @property {string} platform
 * @property {import('../../src/measurement/contribution.mjs').Browser} browser how it names itself
 * @property {ReportLine[]} report what the shim says it does; empty natively
 * @property {{ browser: string, version: number }} [adapter] what webrtc-adapter takes the browser for, where it is on the page
 * @property {CheckResult} checked
 *
 * @typedef {'with-adapter' | 'modules'} Form the script tag that brings webrtc-adapter along, or the modules of suite and shim
 *
 * @typedef {object} SuiteOptions
 * @property {boolean} shimmed whether the script tag is on the page
 * @property {Form} [form] what of `dist` is on the page in its place
 * @property {boolean} [withoutStats] leaves `getStats()` out, for engines that it crashes
 * @property {number} [timeoutMs] 90 seconds by default
 * @property {(step: string) => void} [onProgress]
 */

/**
 * Runs the conformance suite in a browser, on a page of its own, with or without the script tag of `dist`.
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {SuiteOptions} options
 * @returns {Promise<SuiteRun>}
 */
export async function runSuite(browser, { shimmed, form, withoutStats, timeoutMs = 90_000, onProgress }) {
  const run = await runPage(
    browser,
    {
      path: withoutStats ? '/?without-stats' : '/',
      files: {
        '/': here(form === 'modules' ? 'modules.html' : 'page.html'),
        '/run.js': here('page.js'),
        '/modules.js': here('modules.js'),
        ...Object.fromEntries(['index', 'fn', 'check'].map((name) => [`/${name}.js`, here(`../../dist/${name}.js`)])),
        '/rtc-close-check.min.js': here('../../dist/rtc-close-check.min.js'),
        '/shim.js': shimmed ? here(`../../dist/rtc-close-shim${form === 'with-adapter' ? '.adapter' : ''}.min.js`) : { type: 'text/javascript', body: '' },
      },
    },
    { timeoutMs, onProgress: (json) => onProgress?.(/** @type {{ step: string }} */ (json).step) },
  );
  if (run && typeof run === 'object' && 'error' in run) throw new Error(String(run.error));
  return /** @type {SuiteRun} */ (run);
}
