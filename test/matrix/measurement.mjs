import { normaliseObservations } from './normalise-observation.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

/**
 * @typedef {import('../../src/conformance/check').ClauseResult} ClauseResult
 * @typedef {import('../../src/contract/clauses').ClauseId} ClauseId
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {object} Finding what one clause came to; without `observed` for `cannot-tell`: the engine has no member that the clause speaks of
 * @property {ClauseResult['verdict']} verdict
 * @property {string[]} [observed] each deviation; for `cannot-tell` why nothing could be looked at
 * @property {true} [sometimes] not every run came to the same
 *
 * @typedef {Record<string, Finding>} Findings by clause
 *
 * @typedef {object} Measurement what the suite saw in one build
 * @property {import('../browsers/find-browsers.mjs').Engine} engine
 * @property {string} version all of it
 * @property {string} platform as the page read it
 * @property {string} build where it is from: `npm:NAME@VERSION`, `debian:SUITE/NAME@VERSION`, `remote`, or the kind of place in which it was found
 * @property {number} suite
 * @property {Record<string, { native: Finding, shimmed: Finding }>} clauses
 */

// The order in which a worse verdict outweighs a better one.
const VERDICTS = /** @type {const} */ (['cannot-tell', 'holds', 'broken']);

/**
 * The suite's results as they are stored.
 * @param {readonly Pick<ClauseResult, 'id' | 'verdict' | 'observed'>[]} results
 * @returns {Findings}
 */
export function toFindings(results) {
  return Object.fromEntries(results.map(({ id, verdict, observed }) => [id, finding(verdict, normaliseObservations(observed))]));
}

/**
 * Adds up what several runs of one unchanged build found: what it was once seen to do, it does.
 * @param {readonly Findings[]} runs
 * @returns {Findings}
 */
export function addUp(runs) {
  const ids = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries([...ids].map((id) => {
    const found = runs.map((run) => run[id]).filter((one) => one !== undefined);
    const verdict = VERDICTS[Math.max(...found.map((one) => VERDICTS.indexOf(one.verdict)))] ?? 'cannot-tell';
    const observed = found.filter((one) => one.verdict === verdict).flatMap((one) => one.observed ?? []);
    const sometimes = found.some((one) => one.sometimes || (one.verdict !== verdict && one.verdict !== 'cannot-tell'));
    return [id, { ...finding(verdict, [...new Set(observed)].sort()), ...(sometimes && { sometimes: /** @type {const} */ (true) }) }];
  }));
}

/**
 * One build's measurement.
 * @param {Build} build
 * @param {string} platform
 * @param {{ native: Findings, shimmed: Findings }} found
 * @returns {Measurement}
 */
export function toMeasurement(build, platform, { native, shimmed }) {
  const missing = finding('cannot-tell', ['the suite said nothing of it']);
  const ids = [...new Set([...Object.keys(native), ...Object.keys(shimmed)])];
  return {
    engine: build.engine,
    version: build.version,
    platform,
    build: originOf(build),
    suite: SUITE_VERSION,
    clauses: Object.fromEntries(ids.map((id) => [id, { native: native[id] ?? missing, shimmed: shimmed[id] ?? missing }])),
  };
}

/**
 * The native or shimmed half of a measurement.
 * @param {Measurement} measurement
 * @param {'native' | 'shimmed'} mode
 * @returns {Findings}
 */
export function findingsOf({ clauses }, mode) {
  return Object.fromEntries(Object.entries(clauses).map(([id, both]) => [id, both[mode]]));
}

/**
 * The clauses of which a measurement says something else than the one that is known, wherever either is from; all of them where none of this suite is known.
 * @param {Measurement | undefined} known
 * @param {Measurement} measurement
 * @returns {string[]}
 */
export function differences(known, measurement) {
  const before = known?.suite === measurement.suite ? known.clauses : {};
  const ids = new Set([...Object.keys(before), ...Object.keys(measurement.clauses)]);
  return [...ids].filter((id) => JSON.stringify(before[id]) !== JSON.stringify(measurement.clauses[id]));
}

/**
 * Where a build is from, in words that are the same on every machine.
 * @param {Build} build
 * @returns {string}
 */
export function originOf(build) {
  if ('browser' in build) return build.browser.source;
  return 'suite' in build ? `debian:${build.suite}/${build.package}` : `npm:${build.package}`;
}

/**
 * @param {Finding['verdict']} verdict
 * @param {string[]} observed
 * @returns {Finding}
 */
function finding(verdict, observed) {
  return observed.length ? { verdict, observed } : { verdict };
}
