import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchBuild } from '../browsers/fetch-build.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { UsageError } from '../commands/usage-error.mjs';
import { USAGE, readNeverWorseArguments } from './never-worse-arguments.mjs';
import { verdictLine } from './verdict-line.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {object} World what the command works on
 * @property {() => Promise<Build[]>} findBuilds
 * @property {typeof import('./run-never-worse.mjs').runNeverWorse} runNeverWorse
 * @property {{ write(text: string): unknown }} stdout
 * @property {{ write(text: string): unknown }} stderr
 */

/**
 * The command behind `npm run never-worse`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function neverWorseCommand(args, world) {
  return runCommand({ name: 'npm run never-worse', usage: USAGE, read: readNeverWorseArguments, run: (options) => neverWorse(options, world) }, args, world);
}

/**
 * @param {ReturnType<typeof readNeverWorseArguments>} options
 * @param {World} world
 */
async function neverWorse({ patterns, quick, only, shim, save, allowed }, world) {
  const say = (/** @type {string} */ line) => void world.stdout.write(`${line}\n`);
  const builds = choose(await world.findBuilds(), patterns);
  let failed = builds.length === 0;
  for (const build of builds) {
    const lacking = 'browser' in build ? undefined : hostMissing(build);
    if (lacking) {
      say(`${build.name} is skipped: ${lacking.reason} (${lacking.install})`);
      continue;
    }
    let step = '';
    try {
      const browser = 'browser' in build ? build.browser : await fetchBuild(build, { onProgress: (line) => say(`  ${line}`) });
      const result = await world.runNeverWorse(browser, { quick, only, onProgress: ({ moment, shimmed }) => (step = `${moment}${shimmed ? ', with the shim' : ''}`), ...(shim && { shim: resolve(shim) }) });
      say(`${result.losses.length ? '✗' : '✓'} ${build.name}: ${result.moments.length} moments, ${result.losses.length} losses, ${result.allowed.length} by a clause, ${Object.keys(result.races).length} moments with races`);
      for (const loss of result.losses) say(`  ${verdictLine(loss)}`);
      for (const each of allowed ? result.allowed : []) say(`  allowed: ${verdictLine(each)}`);
      for (const each of result.skipped) say(`  skipped: ${each}`);
      if (save) {
        mkdirSync(save, { recursive: true });
        writeFileSync(join(save, `${build.name.replace('@', '-')}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
      }
      failed ||= result.losses.length > 0 || result.moments.length === 0;
    } catch (error) {
      failed = true;
      say(`✗ ${build.name} could not be run, at "${step}": ${error instanceof Error ? error.message : error}`);
    }
  }
  return failed ? 1 : 0;
}

/**
 * @param {Build[]} catalogue
 * @param {string[]} patterns
 */
function choose(catalogue, patterns) {
  try {
    return patterns.length ? selectBuilds(catalogue, patterns) : catalogue;
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message, { cause: error }) : error;
  }
}
