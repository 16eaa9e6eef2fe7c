import { HELP, parseOptions } from '../commands/parse-options.mjs';

/** What `--help` prints. */
export const USAGE = `npm run never-worse -- [options] [builds]

Goes through the same moments natively and with the shim of dist/, in real browser builds, and says what a page hears, reads or can call
natively and not with the shim, unless a clause of the contract says so.

builds       names (chromium@64, firefox@153), an engine (firefox), or ranges (chromium@64-80); without any: all

  --quick      some moments and some ways to listen
  --only TEXT  only moments whose name has this in it
  --shim FILE  the script of another build
  --save DIR   write each build's result there, as JSON
  --allowed    also say what a clause allows
  --help       this text

Exit code: 0 nothing is lost, 1 something is or a build could not be run, 2 wrong options.
`;

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 */
export function readNeverWorseArguments(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const text = /** @type {const} */ ({ type: 'string' });
  const { values, positionals } = parseOptions({ args, allowPositionals: true, options: { help: HELP, quick: flag, allowed: flag, only: text, shim: text, save: text } });
  return { ...values, patterns: positionals };
}
