import { counted } from '../../src/timeline/counted.mjs';
import { buildCatalogue } from '../browsers/build-catalogue.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { runnableBuilds } from '../commands/runnable-builds.mjs';
import { importContributions } from './import-contributions.mjs';
import { listBuilds } from './list-builds.mjs';
import { USAGE, quickBuilds, readMatrixArguments } from './matrix-arguments.mjs';
import { measureBuilds } from './measure-builds.mjs';
import { readMeasurements } from './measurement-files.mjs';
import { remoteCandidates } from './remote-candidates.mjs';
import { tryForm } from './try-form.mjs';

/** @typedef {import('../commands/output.mjs').Output} Output */

/**
 * The matrix: measures builds and stores what was seen.
 * @param {import('./matrix-arguments.mjs').MatrixArguments} options
 * @param {Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function matrix({ action, patterns, quick, remote, form, ...how }, output) {
  if (action === 'import') return outcome(await importContributions(patterns, { say: output.tell }), counted(patterns.length, 'file'), 'looked at', output);
  const builds = remote ? [] : await chooseBuilds(quick, patterns, output);
  if (action === 'list') {
    output.tell(listBuilds(builds, readMeasurements()));
    return { isWell: true, summary: counted(builds.length, 'build') };
  }
  const candidates = remote ? remoteCandidates(remote) : runnableBuilds(builds, output).map((build) => ({ name: build.name, find: async () => build }));
  const problems = await (form ? tryForm(candidates, { ...how, output }, form) : measureBuilds(candidates, { ...how, output }));
  return outcome(problems, counted(candidates.length, 'build'), form ? 'tried' : 'measured', output);
}

/**
 * @param {string[]} problems
 * @param {string} what
 * @param {string} done what was done with it
 * @param {Output} output
 */
function outcome(problems, what, done, output) {
  for (const problem of problems) output.note(problem);
  return { isWell: problems.length === 0, summary: `${what} ${done}, ${counted(problems.length, 'problem')}` };
}

/**
 * @param {boolean} quick
 * @param {string[]} patterns
 * @param {Output} output
 */
async function chooseBuilds(quick, patterns, output) {
  const { found, missing } = await findBrowsers();
  for (const { name, reason, install } of missing) output.note(`${name} is not here: ${reason} (${install})`);
  const catalogue = buildCatalogue(found);
  const wanted = quick ? quickBuilds(catalogue) : patterns;
  return wanted.length ? selectBuilds(catalogue, wanted) : catalogue;
}

process.exitCode = await runCommand({ name: 'npm run matrix', usage: USAGE, read: readMatrixArguments, run: matrix }, process.argv.slice(2), process);
