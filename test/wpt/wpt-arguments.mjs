import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { readNumber } from '../commands/read-number.mjs';

/** What `--help` prints. */
export const USAGE = `npm run wpt -- [options] [builds]

Runs the tests of test/wpt natively in real browsers, and says in sentences what differs from what is expected of each (test/wpt/expectations).

builds       names (chromium@138, firefox@153), an engine (firefox), or ranges (chromium@102-138); without any: the browsers of this machine

  --runs N     runs in each browser: what is not the same in all of them is a race; 3 by default
  --save       makes what was seen the expectations, and rewrites the table of test/wpt/README.md
  --help       this text

Exit code: 0 all is as expected or --save keeps what was seen, 1 something differs or a build could not be run, 2 wrong options.
`;

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 */
export function readWptArguments(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values, positionals } = parseOptions({ args, allowPositionals: true, options: { help: HELP, save: flag, runs: { type: 'string', default: '3' } } });
  return { ...values, runs: readNumber('--runs', values.runs, 1), patterns: positionals };
}
