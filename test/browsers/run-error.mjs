import { explainFailure } from './explain-failure.mjs';

const TAIL_LINES = 8;
const LINE_LENGTH = 240;
// What healthy headless browsers say too (no bus, no GPU, no fonts), and the registers and addresses of a stack dump.
const NOISE = /dbus|egl|angle|Display\.cpp|viz_main_impl|gpu_process|resource_bundle|service_manager|Fontconfig warning|cpufreq|DevTools listening|headless mode|^ +\w+: [\da-f]{16} |^#\d+ 0x/i;

/** A run in a browser that ended without a report; `reason` is for programs, the message for people. */
export class RunError extends Error {
  /**
   * @param {'could-not-start' | 'crashed' | 'hung'} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = 'RunError';
    this.reason = reason;
  }
}

/**
 * A build can't run on this machine.
 * @param {string} name
 * @param {{ reason: string, install: string }} missing
 * @returns {RunError}
 */
export function hostIsMissing(name, { reason, install }) {
  return new RunError('could-not-start', `${name} can not run here: ${reason} (${install})`);
}

/**
 * What is known of a run that failed.
 * @typedef {object} Circumstances
 * @property {string} browser its name
 * @property {boolean} asked whether the browser ever asked for the page
 * @property {unknown} [progress] the last that the page said
 * @property {string} stderr
 */

/**
 * The browser's process ended by itself.
 * @param {Circumstances} run
 * @param {import('./start-browser.mjs').Exit} exit
 * @returns {RunError}
 */
export function exitedEarly(run, exit) {
  if (run.asked) return new RunError('crashed', `${run.browser} crashed (${ending(exit)})${details(run)}`);
  const why = explainFailure(exit.error, run.stderr) || exit.error?.message || ending(exit);
  return new RunError('could-not-start', `${run.browser} could not start: ${why}${tail(run.stderr)}`);
}

/**
 * The page let go of its connection while the browser lives on.
 * @param {Circumstances} run
 * @returns {RunError}
 */
export function pageGone(run) {
  return new RunError('crashed', `${run.browser}: the page's process crashed, or the page went elsewhere${details(run)}`);
}

/**
 * Nothing was reported in time.
 * @param {Circumstances} run
 * @param {number} timeoutMs
 * @returns {RunError}
 */
export function timedOut(run, timeoutMs) {
  const seconds = `${timeoutMs / 1000} s`;
  if (!run.asked) {
    const why = explainFailure(undefined, run.stderr) || `it asked for no page within ${seconds}`;
    return new RunError('could-not-start', `${run.browser} could not start: ${why}${tail(run.stderr)}`);
  }
  return new RunError('hung', `${run.browser} hung: no report within ${seconds} (a crash of a page without /report.js looks the same)${details(run)}`);
}

/** @param {import('./start-browser.mjs').Exit} exit */
function ending({ code, signal }) {
  return signal ? `ended by ${signal}` : `ended with exit code ${code}`;
}

/** @param {Circumstances} run */
function details(run) {
  const last = run.progress === undefined ? '' : `; the page's last word: ${JSON.stringify(run.progress)}`;
  return last + tail(run.stderr);
}

/** @param {string} stderr */
function tail(stderr) {
  const lines = stderr.split('\n').filter((line) => line.trim() && !NOISE.test(line)).slice(-TAIL_LINES);
  return lines.length ? `\n  its last lines:\n${lines.map((line) => `  | ${line.slice(0, LINE_LENGTH)}`).join('\n')}` : '';
}
