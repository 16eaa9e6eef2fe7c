import { joined } from '../../src/measurement/findings.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {import('../../src/measurement/findings.mjs').Finding} Finding
 * @typedef {import('../../src/measurement/findings.mjs').Findings} Findings
 *
 * @typedef {object} Measurement what the suite saw in one build
 * @property {import('../../src/measurement/engine-of.mjs').Identity['engine']} engine
 * @property {string} version all of it
 * @property {string} platform as the page read it
 * @property {string} build where it is from: `npm:NAME@VERSION`, `debian:SUITE/NAME@VERSION`, `remote`, `contributed`, or the kind of place in which it was found
 * @property {number} suite
 * @property {Record<string, { native: Finding, shimmed: Finding }>} clauses
 */

/**
 * One build's measurement.
 * @param {Build} build
 * @param {string} platform
 * @param {{ native: Findings, shimmed: Findings }} found
 * @returns {Measurement}
 */
export function toMeasurement(build, platform, { native, shimmed }) {
  return {
    engine: build.engine,
    version: build.version,
    platform,
    build: originOf(build),
    suite: SUITE_VERSION,
    clauses: joined(native, shimmed),
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
