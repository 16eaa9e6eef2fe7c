import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { readNumber } from '../commands/read-number.mjs';
import { UsageError } from '../commands/usage-error.mjs';

/** What `--help` prints. */
export const USAGE = `npm run fuzz -- [options]

Runs random programs over real connections in every browser that is here, beside a model of the close
contract, or natively and shimmed side by side: what is heard, read and answered natively is to be so with
the shim, unless a clause says otherwise. Prints the shortest program that breaks it as a script for the console.

  --browser NAME  only this browser (chromium-156, or firefox for all of them); may be repeated
  --programs N    how many programs, in each browser (default 1000)
  --minutes N     runs for so long instead, in each browser
  --seed N        where the programs come from; a new one, printed, by default
  --path P        with --seed: only the program that was found there
  --rule NAME     only programs that are held against the contract, or (never-worse) against what a page
                  has natively; both in turn by default, with --path those of the contract
  --parallel N    how many programs run at a time in a page (default 16)
  --shim FILE     another build than dist/rtc-close-shim.min.js
  --help          this text

Exit code: 0 nothing was broken, 1 something was or nothing could be run, 2 wrong options.
`;

/**
 * @typedef {object} FuzzArguments
 * @property {string[]} browsers
 * @property {number} programs
 * @property {number} minutes 0: as many programs as there are
 * @property {number | undefined} seed
 * @property {string | undefined} path
 * @property {number} parallel
 * @property {import('./search').Find['rule'] | undefined} rule
 * @property {string | undefined} shim
 * @property {boolean} help
 */

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {FuzzArguments}
 */
export function readFuzzArguments(args) {
  const { browser, ...values } = parseOptions({
    args,
    options: {
      browser: { type: 'string', multiple: true, default: [] },
      programs: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
      parallel: { type: 'string' },
      rule: { type: 'string' },
      shim: { type: 'string' },
      help: HELP,
    },
  }).values;
  const given = (/** @type {'programs' | 'seed' | 'parallel'} */ name, /** @type {number} */ least) => (values[name] === undefined ? undefined : readNumber(`--${name}`, values[name], least));
  if (values.path !== undefined && values.seed === undefined) throw new UsageError('--path', '--seed beside it, to which it belongs');
  const rule = ruleOf(values.rule) ?? (values.path === undefined ? undefined : 'contract');
  const minutes = values.minutes === undefined ? 0 : minutesOf(values.minutes);
  const programs = given('programs', 1) ?? (minutes ? Infinity : 1000);
  return { browsers: browser, programs, minutes, seed: given('seed', -Infinity), parallel: given('parallel', 1) ?? 16, path: values.path, rule, shim: values.shim, help: values.help };
}

/**
 * @param {string | undefined} text
 * @returns {FuzzArguments['rule']}
 */
function ruleOf(text) {
  if (text === undefined || text === 'contract' || text === 'never-worse') return text;
  throw new UsageError(`--rule ${text}`, 'contract or never-worse');
}

/** @param {string} text may have a fraction */
function minutesOf(text) {
  const minutes = Number(text);
  if (minutes > 0 && minutes < Infinity) return minutes;
  throw new UsageError(`--minutes ${text}`, 'a number greater than 0');
}
