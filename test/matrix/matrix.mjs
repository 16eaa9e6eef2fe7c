import { buildCatalogue } from '../browsers/build-catalogue.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { importContributions } from './import-contributions.mjs';
import { listBuilds } from './list-builds.mjs';
import { HELP, quickBuilds, readMatrixArguments } from './matrix-arguments.mjs';
import { measureBuilds } from './measure-builds.mjs';
import { readMeasurements } from './measurement-files.mjs';
import { remoteCandidates } from './remote-candidates.mjs';
import { tryForm } from './try-form.mjs';

const say = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);

/**
 * The matrix: measures builds and stores what was seen.
 * @param {string[]} args
 * @returns {Promise<boolean>} whether every build was measured and keeps the contract with the shim
 */
async function matrix(args) {
  const { action, patterns, quick, remote, form, ...how } = readMatrixArguments(args);
  if (action === 'help') return say(HELP.trimEnd()), true;
  if (action === 'import') return told(await importContributions(patterns, { say }));
  const builds = remote ? [] : await chooseBuilds(quick, patterns);
  if (action === 'list') return say(listBuilds(builds, readMeasurements())), true;
  const candidates = remote ? remoteCandidates(remote) : builds.filter(canRun).map((build) => ({ name: build.name, find: async () => build }));
  const problems = await (form ? tryForm(candidates, { ...how, say }, form) : measureBuilds(candidates, { ...how, say }));
  return told(problems);
}

/** @param {string[]} problems */
function told(problems) {
  if (problems.length) say(`\n${problems.join('\n')}`);
  return problems.length === 0;
}

/**
 * @param {boolean} quick
 * @param {string[]} patterns
 */
async function chooseBuilds(quick, patterns) {
  const { found, missing } = await findBrowsers();
  for (const { name, reason, install } of missing) say(`${name} is not here: ${reason} (${install})`);
  const catalogue = buildCatalogue(found);
  const wanted = quick ? quickBuilds(catalogue) : patterns;
  return wanted.length ? selectBuilds(catalogue, wanted) : catalogue;
}

/** @param {import('./measurement.mjs').Build} build */
function canRun(build) {
  const lacking = 'browser' in build ? undefined : hostMissing(build);
  if (lacking) say(`${build.name} is skipped: ${lacking.reason} (${lacking.install})`);
  return !lacking;
}

matrix(process.argv.slice(2)).then(
  (isWell) => (process.exitCode = isWell ? 0 : 1),
  (error) => {
    process.stderr.write(`${error instanceof TypeError ? error.message : error.stack}\n`);
    process.exitCode = 2;
  },
);
