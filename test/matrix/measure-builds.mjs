import { RunError } from '../browsers/run-error.mjs';
import { inParallel } from './in-parallel.mjs';
import { measureBuild } from './measure-build.mjs';
import { differences } from './measurement.mjs';
import { readMeasurements, writeMeasurement } from './measurement-files.mjs';
import { writeContribution } from './write-contribution.mjs';
import { shortfalls } from './shortfalls.mjs';

/**
 * @typedef {object} Candidate a build, or what may turn out to be one
 * @property {string} name
 * @property {() => Promise<import('./measurement.mjs').Build>} find
 * @property {string} [advice] for when it comes to no page
 *
 * @typedef {object} Options
 * @property {boolean} check stores nothing
 * @property {boolean} fresh
 * @property {number} repeat
 * @property {number} jobs
 * @property {import('../commands/output.mjs').Output} output
 * @property {string} [folder] of the measurements
 * @property {string} [contribution] a folder for a file of each browser, as the playground offers it
 */

/**
 * Measures builds and stores what was seen; one that fails stops no other.
 * @param {readonly Candidate[]} candidates
 * @param {Options} options
 * @returns {Promise<string[]>} what is wrong: builds that were not measured, that are not as their measurement says, or where the shim falls short
 */
export async function measureBuilds(candidates, { check, fresh, repeat, jobs, output, folder, contribution }) {
  const measurements = readMeasurements(folder);
  output.expect(candidates.length);
  /** @type {string[]} */
  const problems = [];
  await inParallel(candidates, jobs, async ({ name, find, advice }) => {
    try {
      output.step(name, 'starting');
      const build = await find();
      const known = measurements.find(({ engine, version }) => engine === build.engine && version === build.version);
      const note = (/** @type {string} */ what) => output.note(`  ${name}: ${what}`);
      const onStep = (/** @type {string} */ step) => output.step(name, step);
      const onRuns = contribution === undefined ? undefined : (/** @type {Parameters<typeof writeContribution>[0]} */ seen) => note(`written: ${writeContribution(seen, contribution)}`);
      const measurement = await measureBuild(build, { previous: fresh ? undefined : known, repeat, onStep, onDone: note, onRuns });
      // A remote browser comes and goes: what was measured of a build that stays is not replaced.
      const isCompared = check || (known !== undefined && measurement.build === 'remote' && known.build !== 'remote');
      const changes = isCompared ? differences(known, measurement) : [];
      if (changes.length) problems.push(`${name} (${build.engine} ${build.version}) does not behave as its measurement says: ${changes.join(', ')}`);
      const isNew = isCompared ? changes.length > 0 : writeMeasurement(measurement, folder);
      const short = shortfalls(measurement);
      problems.push(...short.map((what) => `${name} with the shim: ${what}`));
      output.done(name, `${short.length ? `${short.length} shortfalls with the shim` : 'keeps the contract with the shim'}, ${isNew ? 'changed' : 'as before'}`);
    } catch (error) {
      const isLost = error instanceof RunError && error.reason === 'could-not-start' && advice !== undefined;
      problems.push(`${name} was not measured: ${error instanceof Error ? error.message : error}${isLost ? ` (${advice})` : ''}`);
      output.done(name, 'not measured');
    }
  });
  return problems;
}
