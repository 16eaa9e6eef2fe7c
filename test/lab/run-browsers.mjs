import { tally } from '../../src/timeline/tally.mjs';
import { RunError } from '../browsers/run-error.mjs';
import { adviseInstall } from './advise-install.mjs';

/**
 * @typedef {import('../browsers/find-browsers.mjs').Browser} Browser
 * @typedef {import('../suite/run-suite.mjs').SuiteRun} SuiteRun
 * @typedef {'native' | 'shimmed'} Mode
 *
 * @typedef {object} Failure a run that brought no result
 * @property {Mode} mode
 * @property {'could-not-start' | 'crashed' | 'hung' | 'failed'} reason
 * @property {string} message
 * @property {string} install what to do about it
 *
 * @typedef {object} BrowserRun
 * @property {string} name
 * @property {string} version
 * @property {Browser['source']} source
 * @property {{ native?: SuiteRun, shimmed?: SuiteRun }} runs
 * @property {Failure[]} failures
 */

export const MODES = /** @type {const} */ (['native', 'shimmed']);

/**
 * Runs the suite in each browser, natively and with the shim, one after the other; a browser that fails never stops the next.
 * @param {Browser[]} browsers
 * @param {typeof import('../suite/run-suite.mjs').runSuite} runSuite
 * @param {Pick<import('../commands/output.mjs').Output, 'expect' | 'step' | 'done'>} output
 * @returns {Promise<BrowserRun[]>}
 */
export async function runBrowsers(browsers, runSuite, output) {
  /** @type {BrowserRun[]} */
  const all = [];
  output.expect(browsers.length * MODES.length);
  for (const browser of browsers) {
    /** @type {BrowserRun} */
    const entry = { name: browser.name, version: browser.version, source: browser.source, runs: {}, failures: [] };
    all.push(entry);
    for (const mode of MODES) {
      const name = `${browser.name} ${mode}`;
      output.step(name, 'starting');
      try {
        const run = await runSuite(browser, { shimmed: mode === 'shimmed', onProgress: (step) => output.step(name, step) });
        entry.runs[mode] = run;
        output.done(name, inWords(run));
      } catch (error) {
        const failure = failureOf(browser, mode, error);
        entry.failures.push(failure);
        output.done(name, failure.reason.replaceAll('-', ' '));
        // What can't be started natively can't be started with a script tag more on its page.
        if (failure.reason === 'could-not-start' && mode === 'native') {
          output.done(`${browser.name} shimmed`, 'left out');
          break;
        }
      }
    }
  }
  return all;
}

/**
 * @param {Browser} browser
 * @param {Mode} mode
 * @param {unknown} error
 * @returns {Failure}
 */
function failureOf(browser, mode, error) {
  const install = adviseInstall(browser);
  if (error instanceof RunError) return { mode, reason: error.reason, message: error.message, install };
  return { mode, reason: 'failed', message: `${browser.name} failed: ${error instanceof Error ? error.message : error}`, install };
}

/** @param {SuiteRun} run */
function inWords({ checked }) {
  const { holds, of } = tally(checked.results);
  return holds === of ? `all ${of} clauses hold` : `${holds} of ${of} clauses hold`;
}
