import { fetchBuild } from '../browsers/fetch-build.mjs';
import { addUp } from '../../src/measurement/findings.mjs';
import { findingsOf, toMeasurement } from './measurement.mjs';
import { runPatiently } from './run-patiently.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

/**
 * @typedef {import('./measurement.mjs').Measurement} Measurement
 *
 * @typedef {object} MeasureOptions
 * @property {Measurement} [previous] of the same build: what it was seen to do natively then counts on
 * @property {number} [repeat] runs of either kind; engines have behaviours that show only sometimes. Default 1
 * @property {(step: string) => void} [onStep] is told what is under way
 * @property {(what: string) => void} [onDone] is told what came of each run
 * @property {(seen: { browser: import('../../src/measurement/contribution.mjs').Browser, runs: import('../../src/measurement/contribution.mjs').ContributedRun[] }) => void} [onRuns] is given what each run found, as a visitor's contribution has it
 */

/**
 * Measures a build: the suite natively and with the shim, as often as asked for.
 * @param {import('./measurement.mjs').Build} build
 * @param {MeasureOptions} options
 * @returns {Promise<Measurement>}
 */
export async function measureBuild(build, { previous, repeat = 1, onStep = () => {}, onDone = () => {}, onRuns = () => {} } = {}) {
  const browser = 'browser' in build ? build.browser : await fetchBuild(build, { onProgress: (step) => onStep(step) });
  const run = async (/** @type {boolean} */ shimmed) => {
    const mode = shimmed ? 'shimmed' : 'native';
    onStep(mode);
    const done = await runPatiently(browser, shimmed);
    for (const failure of done.failures) onDone(`retried: ${failure.split('\n')[0]}`);
    onDone(`${mode}: ${summary(done.findings)}`);
    return done;
  };
  const native = isSameSuite(previous) ? [findingsOf(previous, 'native')] : [];
  const shimmed = [];
  const runs = [];
  let platform = '';
  let naming;
  for (let i = 0; i < repeat; i++) {
    const nativeRun = await run(false);
    ({ platform, naming } = nativeRun);
    native.push(nativeRun.findings);
    const shimmedRun = await run(true);
    // The shim may have changed since: what was once seen of it does not count on.
    shimmed.push(shimmedRun.findings);
    // What breaks although the table says that it needs no repair is the engine's own doing.
    native.push(brokenOf(shimmedRun));
    runs.push({ native: nativeRun.findings, shimmed: shimmedRun.findings });
  }
  if (naming) onRuns({ browser: naming, runs });
  return toMeasurement(build, platform, { native: addUp(native), shimmed: addUp(shimmed) });
}

/**
 * @param {import('./run-patiently.mjs').PatientRun} run
 * @returns {import('./measurement.mjs').Findings}
 */
function brokenOf({ findings, leftToEngine }) {
  return Object.fromEntries(Object.entries(findings).filter(([id, { verdict }]) => verdict === 'broken' && leftToEngine.includes(id)));
}

/**
 * @param {Measurement | undefined} previous
 * @returns {previous is Measurement}
 */
function isSameSuite(previous) {
  return previous?.suite === SUITE_VERSION;
}

/** @param {import('./measurement.mjs').Findings} findings */
function summary(findings) {
  const all = Object.values(findings);
  const count = (/** @type {string} */ verdict) => all.filter((finding) => finding.verdict === verdict).length;
  const broken = count('broken');
  return `${count('holds')} hold, ${broken} broken${count('cannot-tell') ? `, ${count('cannot-tell')} without a member to look at` : ''}`;
}
