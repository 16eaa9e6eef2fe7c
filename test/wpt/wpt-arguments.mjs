import { parseOptions } from '../commands/parse-options.mjs';
import { UsageError } from '../commands/usage-error.mjs';

export const USAGE = `npm run wpt -- [options] [builds]

Runs the tests of test/wpt natively in real browsers, and says in sentences what differs from what is expected of each (test/wpt/expectations).

builds       names (chromium@138, firefox@153), an engine (firefox), or ranges (chromium@102-138); without any: the browsers of this machine

  --runs N     runs in each browser: what is not the same in all of them is a race; 3 by default
  --save       makes what was seen the expectations, and rewrites the table of test/wpt/README.md
  --help       this

Ends with exit code 1 when something differs (not with --save), or a build could not be run.
`;

/**
 * Reads the command line.
 * @param {string[]} args
 */
export function readWptArguments(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values, positionals } = parseOptions({ args, allowPositionals: true, options: { help: flag, save: flag, runs: { type: 'string', default: '3' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError(`--runs ${values.runs}: a whole number of runs is expected, 1 or more`);
  return { ...values, runs, patterns: positionals };
}
