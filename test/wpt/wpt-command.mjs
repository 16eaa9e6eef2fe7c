import { fetchBuild } from '../browsers/fetch-build.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { UsageError } from '../commands/usage-error.mjs';
import { seenIn, withMeasurement } from './expectations.mjs';
import { tellChanges, tellUnknown } from './tell-changes.mjs';
import { USAGE, readWptArguments } from './wpt-arguments.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {object} World what the command works on
 * @property {() => Promise<Build[]>} findBuilds
 * @property {typeof import('./run-wpt.mjs').runWpt} runWpt
 * @property {typeof import('./expectations.mjs').readExpectations} read
 * @property {(expectations: import('./expectations.mjs').Expectations) => void} write
 * @property {() => void} writeTable
 * @property {() => string} today
 * @property {{ write(text: string): unknown }} stdout
 * @property {{ write(text: string): unknown }} stderr
 */

/**
 * The command behind `npm run wpt`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function wptCommand(args, world) {
  return runCommand({ name: 'npm run wpt', usage: USAGE, read: readWptArguments, run: (options) => wpt(options, world) }, args, world);
}

/**
 * @param {ReturnType<typeof readWptArguments>} options
 * @param {World} world
 */
async function wpt({ patterns, runs, save }, world) {
  const say = (/** @type {string} */ line) => void world.stdout.write(`${line}\n`);
  const builds = choose(await world.findBuilds(), patterns);
  let failed = builds.length === 0;
  if (failed) say('no browser was found');
  for (const build of builds) {
    const lacking = 'browser' in build ? undefined : hostMissing(build);
    if (lacking) {
      say(`${build.name} is skipped: ${lacking.reason} (${lacking.install})`);
      continue;
    }
    try {
      const browser = 'browser' in build ? build.browser : await fetchBuild(build, { onProgress: (line) => say(`  ${line}`) });
      const results = [];
      for (let run = 0; run < runs; run++) results.push(await world.runWpt(browser));
      const seen = seenIn(results);
      const expectations = world.read(build.engine);
      const major = Number.parseInt(build.version, 10);
      const unknown = tellUnknown(expectations, major);
      const changes = tellChanges(expectations, major, seen);
      say(`${build.name}: ${summary(seen)}`);
      if (unknown) say(`  ${unknown}`);
      for (const { sentence } of changes) say(`  ${sentence}`);
      if (save) world.write(withMeasurement(expectations, { version: build.version, runs, date: world.today() }, seen));
      else failed ||= changes.length > 0;
    } catch (error) {
      failed = true;
      say(`${build.name} could not be run: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (save) world.writeTable();
  return failed ? 1 : 0;
}

/** @param {import('./expectations.mjs').Seen} seen */
function summary(seen) {
  const outcomes = Object.values(seen).flatMap((subtests) => Object.values(subtests));
  const count = (/** @type {string} */ wanted) => outcomes.filter((outcome) => outcome === wanted).length;
  return `${count('PASS')} pass, ${count('FAIL')} fail, ${count('EITHER')} in some runs`;
}

/**
 * Those that are meant; without words those of this machine, which need no fetching.
 * @param {Build[]} catalogue
 * @param {string[]} patterns
 */
function choose(catalogue, patterns) {
  if (patterns.length === 0) return catalogue.filter((build) => 'browser' in build);
  try {
    return selectBuilds(catalogue, patterns);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message, { cause: error }) : error;
  }
}
