import { measuredRuns } from './measured-runs.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./measured-runs.mjs').Run} Run
 */

/**
 * What visitors' measurements say of a clause, oldest first: a run a release, and only where that was not measured, so that nothing outvotes a measurement.
 * @param {string} clause
 * @param {readonly Measurement[]} contributed of one engine, oldest first
 * @param {readonly Measurement[]} measurements
 * @returns {Run[]}
 */
export function contributedRuns(clause, contributed, measurements) {
  /** @type {Map<string, Measurement[]>} */
  const releases = new Map();
  for (const one of unmeasured(contributed, measurements)) releases.set(releaseOf(one), [...(releases.get(releaseOf(one)) ?? []), one]);
  return [...releases.values()].flatMap((builds) => measuredRuns(builds, clause));
}

/**
 * The versions in which visitors saw a clause broken and nobody measured: there it is repaired, whatever the neighbours do.
 * @param {string} clause
 * @param {readonly Measurement[]} contributed of one engine
 * @param {readonly Measurement[]} measurements
 * @returns {number[]}
 */
export function doubtedVersions(clause, contributed, measurements) {
  return measuredRuns(unmeasured(contributed, measurements), clause).filter(({ state }) => state === 'broken').flatMap(({ builds }) => builds.map(majorOf));
}

/**
 * @param {readonly Measurement[]} contributed
 * @param {readonly Measurement[]} measurements
 */
function unmeasured(contributed, measurements) {
  return contributed.filter((one) => !measurements.some(({ engine, version }) => engine === one.engine && majorOf(version) === majorOf(one.version)));
}

/**
 * The release that a build is of: of Safari a minor is one.
 * @param {{ engine: string, version: string }} build
 * @returns {string}
 */
export function releaseOf({ engine, version }) {
  const [major = '', minor = '0'] = version.split('.');
  if (engine !== 'safari') return major;
  return minor === '0' ? major : `${major}.${minor}`;
}
