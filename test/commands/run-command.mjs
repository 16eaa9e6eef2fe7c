import { createOutput } from './output.mjs';
import { UsageError } from './usage-error.mjs';

/**
 * @typedef {object} Outcome
 * @property {boolean} isWell
 * @property {string} summary the last line, in a few words
 * @property {() => Promise<void>} [afterwards] what goes on until the command is told to end
 */

/**
 * @template {{ help: boolean }} Options
 * @typedef {object} Command
 * @property {string} name as it is typed, such as `npm start`
 * @property {string} usage what `--help` prints
 * @property {(args: string[]) => Options} read throws a `UsageError` for what it can't mean
 * @property {(options: Options, output: import('./output.mjs').Output) => Outcome | Promise<Outcome>} run
 */

/**
 * Runs a command, or tells how it is used. What is thrown is told in one sentence; with RTC_CLOSE_SHIM_STACK set, with where it was thrown.
 * @template {{ help: boolean }} Options
 * @param {Command<Options>} command
 * @param {string[]} args
 * @param {import('./output.mjs').Streams} streams
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<0 | 1 | 2>} the exit code: all is well (or help was asked for), something is not, the command was typed wrongly
 */
export async function runCommand({ name, usage, read, run }, args, streams, env = process.env) {
  const output = createOutput(name, streams);
  try {
    const options = read(args);
    if (options.help) {
      streams.stdout.write(usage);
      return 0;
    }
    const { isWell, summary, afterwards } = await run(options, output);
    output.end(isWell, summary);
    await afterwards?.();
    return isWell ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      output.note(`${name}: ${error.message}\nSee ${name} -- --help`);
      return 2;
    }
    if (env.RTC_CLOSE_SHIM_STACK && error instanceof Error) output.note(String(error.stack));
    output.fail(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
