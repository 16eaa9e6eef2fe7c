import { buildCatalogue } from '../browsers/build-catalogue.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { inParallel } from './in-parallel.mjs';
import { listBuilds } from './list-builds.mjs';
import { HELP, quickBuilds, readMatrixArguments } from './matrix-arguments.mjs';
import { measureBuild } from './measure-build.mjs';
import { measurementText, readMeasurements, writeMeasurement } from './measurement-files.mjs';
import { createProgress } from './progress.mjs';
import { shortfalls } from './shortfalls.mjs';

const say = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);

/**
 * The matrix: measures builds and stores what was seen.
 * @param {string[]} args
 * @returns {Promise<boolean>} whether every build was measured and keeps the contract with the shim
 */
async function matrix(args) {
  const { action, patterns, quick, check, fresh, repeat, jobs } = readMatrixArguments(args);
  if (action === 'help') return say(HELP.trimEnd()), true;
  const { found, missing } = await findBrowsers();
  for (const { name, reason, install } of missing) say(`${name} is not here: ${reason} (${install})`);
  const catalogue = buildCatalogue(found);
  const wanted = quick ? quickBuilds(catalogue) : patterns;
  const chosen = wanted.length ? selectBuilds(catalogue, wanted) : catalogue;
  const measurements = readMeasurements();
  if (action === 'list') return say(listBuilds(chosen, measurements)), true;
  const builds = chosen.filter((build) => {
    const lacking = 'browser' in build ? undefined : hostMissing(build);
    if (lacking) say(`${build.name} is skipped: ${lacking.reason} (${lacking.install})`);
    return !lacking;
  });

  const progress = createProgress(builds.length, say);
  /** @type {string[]} */
  const problems = [];
  await inParallel(builds, jobs, async (build) => {
    const known = measurements.find(({ engine, version }) => engine === build.engine && version === build.version);
    try {
      const measurement = await measureBuild(build, { previous: fresh ? undefined : known, repeat, onProgress: (step) => progress.note(build.name, step) });
      const isNew = check ? !known || measurementText(known) !== measurementText(measurement) : writeMeasurement(measurement);
      if (check && isNew) problems.push(`${build.name} does not behave as its measurement says; npm run matrix -- ${build.name} shows how`);
      const short = shortfalls(measurement);
      problems.push(...short.map((what) => `${build.name} with the shim: ${what}`));
      progress.done(build.name, `${short.length ? `${short.length} shortfalls with the shim` : 'keeps the contract with the shim'}, ${isNew ? 'changed' : 'as before'}`);
    } catch (error) {
      problems.push(`${build.name} was not measured: ${error instanceof Error ? error.message : error}`);
      progress.done(build.name, 'not measured');
    }
  });
  if (problems.length) say(`\n${problems.join('\n')}`);
  return problems.length === 0;
}

matrix(process.argv.slice(2)).then(
  (isWell) => (process.exitCode = isWell ? 0 : 1),
  (error) => {
    process.stderr.write(`${error instanceof TypeError ? error.message : error.stack}\n`);
    process.exitCode = 2;
  },
);
