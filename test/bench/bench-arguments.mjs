import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { readNumber } from '../commands/read-number.mjs';
import { UsageError } from '../commands/usage-error.mjs';
import { SCENARIOS } from './scenarios.mjs';

const ROUNDS = 30;
const QUICK_ROUNDS = 5;
const MOST_ROUNDS = 1000;

/** What `--help` prints. */
export const USAGE = `npm run bench -- [options]

Measures what the shim costs, in every browser that is here: native, with the shim, with webrtc-adapter and with both, in four
frames of one page that take turns. Writes a table, a picture and all samples to .report/.

  --browser NAME   only this browser (chromium-156, or firefox for all of them); may be repeated
  --only SCENARIO  only this one; may be repeated: ${SCENARIOS.map(({ id }) => id).join(', ').replace(/(.{1,88})(?: |$)/g, '$1\n                   ').trim()}
  --rounds N       rounds of each scenario (${ROUNDS} by default, in some 4 minutes a browser); the slow ones get fewer in that time
  --quick          ${QUICK_ROUNDS} rounds, to see that it runs; the intervals mean little then
  --seed N         of the random order, to repeat it
  --save           also keeps the results in test/bench/results, and makes its table and picture of all that are there
  --json           prints the results as JSON on stdout and nothing else there
  --help           this text

Exit code: 0 everything was measured, whether or not the bounds are met, 1 something was not, 2 wrong options.
`;

/**
 * @typedef {object} BenchArguments
 * @property {string[]} browsers names; none means every browser
 * @property {string[]} only ids of scenarios; none means all
 * @property {number} rounds
 * @property {number} seed
 * @property {boolean} save
 * @property {boolean} json
 * @property {boolean} help
 */

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @param {() => number} random a seed where none is given
 * @returns {BenchArguments}
 */
export function readBenchArguments(args, random = () => Math.floor(Math.random() * 1e6)) {
  const { browser = [], only = [], rounds, quick, seed, save, json, help } = parse(args);
  const unknown = only.filter((id) => !SCENARIOS.some((scenario) => scenario.id === id));
  if (unknown.length) throw new UsageError(`--only ${unknown.join(', ')}`, `one of ${SCENARIOS.map(({ id }) => id).join(', ')}`);
  if (quick && rounds !== undefined) throw new UsageError('--quick and --rounds', 'one of the two');
  // What is kept is what is quoted.
  if (save && (quick || only.length)) throw new UsageError(`--save and ${quick ? '--quick' : '--only'}`, '--save alone: it keeps whole runs');
  return {
    browsers: browser,
    only,
    rounds: quick ? QUICK_ROUNDS : readNumber('--rounds', rounds ?? String(ROUNDS), 1, MOST_ROUNDS),
    seed: seed === undefined ? random() : readNumber('--seed', seed, 0, 2 ** 31 - 1),
    save,
    json,
    help,
  };
}

/** @param {string[]} args */
function parse(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const many = /** @type {const} */ ({ type: 'string', multiple: true });
  const text = /** @type {const} */ ({ type: 'string' });
  return parseOptions({
    args,
    options: { browser: many, only: many, rounds: text, quick: flag, seed: text, save: flag, json: flag, help: HELP },
  }).values;
}
