import { counted } from '../../src/timeline/counted.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { readFuzzArguments, USAGE } from './fuzz-arguments.mjs';

/**
 * @typedef {import('../commands/output.mjs').Stream} Stream
 *
 * @typedef {object} World what the command works on
 * @property {typeof import('../browsers/find-browsers.mjs').findBrowsers} findBrowsers
 * @property {typeof import('./run-fuzz.mjs').runFuzz} runFuzz
 * @property {(program: import('./program').Program) => Promise<string>} scriptOf
 * @property {() => number} newSeed
 * @property {Stream} stdout
 * @property {Stream} stderr
 */

/**
 * The command behind `npm run fuzz`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function fuzzCommand(args, world) {
  return runCommand({ name: 'npm run fuzz', usage: USAGE, read: readFuzzArguments, run: (options, output) => fuzz(options, world, output) }, args, world);
}

/**
 * @param {import('./fuzz-arguments.mjs').FuzzArguments} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function fuzz({ browsers, seed: given, programs, minutes, path, rule, parallel, shim }, world, output) {
  const chosen = wantedBrowsers((await world.findBrowsers()).found, browsers);
  const seed = given ?? world.newSeed();
  output.tell(`seed ${seed}`);
  output.expect(chosen.length);
  const total = { programs: 0, violations: 0, failed: 0 };
  for (const browser of chosen) {
    const { name, version } = browser;
    /** @type {Promise<unknown>[]} */
    const finds = [];
    const onProgress = (/** @type {number} */ ran, /** @type {number} */ broken) => output.step(name, `${ran} programs, ${broken} violations`);
    const onFind = (/** @type {import('./search').Find} */ find) => finds.push(inWords(name, find, world).then((text) => output.tell(text)));
    output.step(name, 'starting');
    try {
      const run = await world.runFuzz(browser, { programs, minutes, seed, path, rule, parallel, shim, onProgress, onFind });
      await Promise.all(finds);
      total.programs += run.programs;
      total.violations += run.finds.length;
      output.done(name, 'done');
      output.tell(`${run.finds.length ? '✗' : '✓'} ${name} (${version}): ${run.programs} programs, ${run.finds.length} violations, seed ${seed}`);
    } catch (error) {
      total.failed += 1;
      output.done(name, 'could not be run');
      output.note(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const failed = total.failed ? `, ${counted(total.failed, 'browser')} could not be run` : '';
  return { isWell: total.violations + total.failed === 0, summary: `${total.programs} programs, ${total.violations} violations${failed}, seed ${seed}` };
}

/**
 * @param {string} browser
 * @param {import('./search').Find} find
 * @param {World} world
 */
async function inWords(browser, { rule, seed, path, program, violations, shrinks }, { scriptOf }) {
  const broken = violations.map(({ promise, text }) => `  ${promise}: ${text}`).join('\n');
  const again = `npm run fuzz -- --browser ${browser} --rule ${rule} --seed ${seed} --path ${path}`;
  return `\n${browser} breaks, after ${shrinks} shrinks\n${broken}\n\nAgain: ${again}\nAs JSON: ${JSON.stringify(program)}\nIn the console of a page with the script tag:\n\n${await scriptOf(program)}\n`;
}
