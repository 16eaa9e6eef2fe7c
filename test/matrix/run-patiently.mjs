import { toFindings } from '../../src/measurement/findings.mjs';
import { runSuite } from '../suite/run-suite.mjs';

/** What is stored of an engine that doesn't live through `getStats()`; crash and deadlock are two ends of one race. */
export const STATS_CRASH = 'the engine crashes or hangs, not every time, when getStats() is called around close()';

// The suite takes about five seconds; engines under Wine or X start slowly, and remote machines are far.
const TIMEOUT_MS = 30_000;
const SLOW_TIMEOUT_MS = 90_000;
// The step of the suite in which getStats() is called.
const STATS_STEP = 'calls afterwards';

/**
 * @typedef {object} PatientRun
 * @property {import('./measurement.mjs').Findings} findings
 * @property {string} platform
 * @property {import('../../src/measurement/contribution.mjs').Browser} naming how the browser names itself
 * @property {string[]} leftToEngine the clauses that the shim did not repair, since the table says that the engine keeps them
 * @property {string[]} failures of the attempts before
 */

/**
 * Runs the suite in a browser; where it crashes or hangs, a second time, and then without `getStats()` if that is where it ended.
 * @param {import('../browsers/find-browsers.mjs').Browser & import('../browsers/run-page.mjs').Opener} browser
 * @param {boolean} shimmed
 * @param {typeof runSuite} run
 * @returns {Promise<PatientRun>}
 * @throws the last failure when no attempt came to an end
 */
export async function runPatiently(browser, shimmed, run = runSuite) {
  /** @type {string[]} */
  const failures = [];
  const isSlow = browser.open || (browser.host && browser.host !== 'headless-shell');
  const timeoutMs = isSlow ? SLOW_TIMEOUT_MS : TIMEOUT_MS;
  let atStats = 0;
  for (;;) {
    const withoutStats = failures.length === 2;
    let step = '';
    try {
      const { checked, platform, browser: naming, report } = await run(browser, { shimmed, withoutStats, timeoutMs, onProgress: (next) => (step = next) });
      const findings = toFindings(checked.results);
      // The one clause that the step is about: nothing else in it has ever ended an engine.
      if (atStats > 0) findings['stats-stay-available'] = { verdict: 'broken', observed: [STATS_CRASH] };
      const leftToEngine = report.filter(({ decision }) => decision === 'not-needed').map(({ id }) => id);
      return { findings, platform, naming, leftToEngine, failures };
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      if (step === STATS_STEP) atStats += 1;
      const worthAnother = failures.length === 1 || (failures.length === 2 && atStats > 0);
      if (!worthAnother) throw error;
    }
  }
}
