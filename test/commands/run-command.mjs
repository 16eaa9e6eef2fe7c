import { UsageError } from './usage-error.mjs';

/**
 * @template {{ help: boolean }} Options
 * @typedef {object} Command
 * @property {string} name as it is typed, such as `npm start`
 * @property {string} usage what `--help` prints
 * @property {(args: string[]) => Options} read throws a `UsageError` for what it can't mean
 * @property {(options: Options) => Promise<number>} run resolves to the exit code
 */

/**
 * Runs a command, or tells how it is used: asked for it (exit code 0), or typed wrongly (2).
 * @template {{ help: boolean }} Options
 * @param {Command<Options>} command
 * @param {string[]} args
 * @param {{ stdout: { write(text: string): unknown }, stderr: { write(text: string): unknown } }} streams
 * @returns {Promise<number>} the exit code
 */
export async function runCommand({ name, usage, read, run }, args, { stdout, stderr }) {
  try {
    const options = read(args);
    if (!options.help) return await run(options);
    stdout.write(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`${error.message}\nSee ${name} -- --help\n`);
    return 2;
  }
}
