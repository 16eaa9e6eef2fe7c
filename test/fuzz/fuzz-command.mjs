import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { readFuzzArguments, USAGE } from './fuzz-arguments.mjs';

const LINE_EVERY = 1000;

/**
 * @typedef {{ write(text: string): unknown, isTTY?: boolean }} Stream
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
  return runCommand({ name: 'npm run fuzz', usage: USAGE, read: readFuzzArguments, run: (options) => fuzz(options, world) }, args, world);
}

/**
 * @param {import('./fuzz-arguments.mjs').FuzzArguments} options
 * @param {World} world
 */
async function fuzz({ browsers, seed: given, programs, minutes, path, rule, parallel, shim }, world) {
  const seed = given ?? world.newSeed();
  const { stdout, stderr } = world;
  const { found } = await world.findBrowsers();
  const chosen = wantedBrowsers(found, browsers);
  stdout.write(`seed ${seed}\n`);
  let failed = chosen.length === 0 ? 1 : 0;
  if (failed) stderr.write('no browser was found\n');
  for (const browser of chosen) {
    const { name, version } = browser;
    const from = Date.now();
    /** @type {Promise<unknown>[]} */
    const finds = [];
    const onProgress = teller(stderr, (programs, broken) => `${name}: ${programs} programs, ${broken} violations, ${seconds(from)} s`);
    const onFind = (/** @type {import('./search').Find} */ find) => finds.push(inWords(name, find, world).then((text) => stdout.write(text)));
    try {
      const run = await world.runFuzz(browser, { programs, minutes, seed, path, rule, parallel, shim, onProgress, onFind });
      await Promise.all(finds);
      failed ||= run.finds.length ? 1 : 0;
      if (stderr.isTTY) stderr.write('\r\u001b[K');
      stdout.write(`${run.finds.length ? '✗' : '✓'} ${name} (${version}): ${run.programs} programs, ${run.finds.length} violations, seed ${seed}, ${seconds(from)} s\n`);
    } catch (error) {
      failed = 1;
      stderr.write(`\n${name}: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  return failed;
}

/**
 * Tells how far it is: on a terminal in one line, elsewhere in a line now and then.
 * @param {Stream} stream
 * @param {(programs: number, broken: number) => string} inWords
 * @returns {(programs: number, broken: number) => void}
 */
function teller(stream, inWords) {
  let told = 0;
  return (programs, broken) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${inWords(programs, broken)} …`);
    else if (programs - told >= LINE_EVERY) {
      told = programs;
      stream.write(`${inWords(programs, broken)}\n`);
    }
  };
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

/** @param {number} from */
const seconds = (from) => ((Date.now() - from) / 1000).toFixed(0);
