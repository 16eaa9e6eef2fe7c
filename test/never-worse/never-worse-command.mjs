import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted } from '../../src/timeline/counted.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { browserOf, runnableBuilds } from '../commands/runnable-builds.mjs';
import { USAGE, readNeverWorseArguments } from './never-worse-arguments.mjs';
import { verdictLine } from './verdict-line.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {object} World what the command works on
 * @property {() => Promise<Build[]>} findBuilds
 * @property {typeof import('./run-never-worse.mjs').runNeverWorse} runNeverWorse
 * @property {import('../commands/output.mjs').Stream} stdout
 * @property {import('../commands/output.mjs').Stream} stderr
 */

/**
 * The command behind `npm run never-worse`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function neverWorseCommand(args, world) {
  return runCommand({ name: 'npm run never-worse', usage: USAGE, read: readNeverWorseArguments, run: (options, output) => neverWorse(options, world, output) }, args, world);
}

/**
 * @param {ReturnType<typeof readNeverWorseArguments>} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function neverWorse({ patterns, quick, only, shim, save, allowed }, { findBuilds, runNeverWorse }, output) {
  const catalogue = await findBuilds();
  const builds = runnableBuilds(patterns.length ? selectBuilds(catalogue, patterns) : catalogue, output);
  const total = { moments: 0, losses: 0, failed: 0 };
  output.expect(builds.length);
  for (const build of builds) {
    const { name } = build;
    let step = 'starting';
    output.step(name, step);
    try {
      const browser = await browserOf(build, output);
      const onProgress = (/** @type {import('./run-never-worse.mjs').Step} */ { moment, shimmed }) => output.step(name, (step = `${moment}${shimmed ? ', with the shim' : ''}`));
      const result = await runNeverWorse(browser, { quick, only, onProgress, ...(shim && { shim: resolve(shim) }) });
      if (result.moments.length === 0) throw new Error(`no moment was gone through${only === undefined ? '' : `: none has ${JSON.stringify(only)} in its name`}`);
      total.moments += result.moments.length;
      total.losses += result.losses.length;
      output.done(name, 'done');
      output.tell(`${result.losses.length ? '✗' : '✓'} ${name}: ${result.moments.length} moments, ${result.losses.length} losses, ${result.allowed.length} by a clause, ${Object.keys(result.races).length} moments with races`);
      for (const loss of result.losses) output.tell(`  ${verdictLine(loss)}`);
      for (const each of allowed ? result.allowed : []) output.tell(`  allowed: ${verdictLine(each)}`);
      for (const each of result.skipped) output.tell(`  skipped: ${each}`);
      if (save) {
        mkdirSync(save, { recursive: true });
        writeFileSync(join(save, `${name.replace('@', '-')}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
      }
    } catch (error) {
      total.failed += 1;
      output.done(name, 'could not be run');
      output.note(`${name} could not be run, at "${step}": ${error instanceof Error ? error.message : error}`);
    }
  }
  const failed = total.failed ? `, ${total.failed} could not be run` : '';
  return { isWell: builds.length > 0 && total.losses + total.failed === 0, summary: `${counted(builds.length, 'build')}, ${total.moments} moments, ${total.losses} losses${failed}` };
}
