import { measuredRuns } from './measured-runs.mjs';
import { statementsOf } from './statements.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./measured-runs.mjs').Run} Run
 * @typedef {import('./mdn.mjs').Statement} Statement
 */

/** What a statement says that rests on visitors alone. */
export const CONTRIBUTED = 'contributed by a visitor, not measured here';

/**
 * What visitors' measurements say of a clause, newest first: each of the one version that it was made in, and only where that was not measured.
 * @param {string} clause
 * @param {readonly Measurement[]} contributed of one engine, oldest first
 * @param {readonly Measurement[]} measurements by which nothing is said that would outvote them
 * @returns {{ statement: Statement, run: Run }[]}
 */
export function contributedStatements(clause, contributed, measurements) {
  /** @type {Map<string, Measurement[]>} */
  const releases = new Map();
  for (const one of unmeasured(contributed, measurements)) releases.set(releaseOf(one), [...(releases.get(releaseOf(one)) ?? []), one]);
  return [...releases].reverse().flatMap(([release, builds]) =>
    statementsOf(measuredRuns(builds, clause)).map(({ statement, run }) => ({
      statement: { ...statement, ...(statement.version_added !== null && { version_added: release }), version_removed: next(release), notes: [...(statement.notes ?? []), CONTRIBUTED] },
      run,
    })),
  );
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

/** @param {Measurement} build of Safari a minor is a release */
function releaseOf({ engine, version }) {
  const [major = '', minor = '0'] = version.split('.');
  return engine === 'safari' ? `${major}.${minor}` : major;
}

/** @param {string} release */
function next(release) {
  return release.replace(/\d+$/, (last) => `${Number(last) + 1}`);
}
