import { HELP, parseOptions } from '../../test/commands/parse-options.mjs';
import { UsageError } from '../../test/commands/usage-error.mjs';

/** What `--help` prints. */
export const USAGE = `npm run compat -- [options]

Writes what is generated of MDN's data, the measurements and the cited rows: compat-data.json, the pictures,
the badges, and the generated parts of README.md and src/docs. Says in sentences what is new in the table.

  --check            writes nothing; says what is out of date
  --upstream FOLDER  writes what browser-compat-data could take over there: a new folder, or a checkout of it
  --help             this text

Exit code: 0 it is written or all is up to date, 1 something is out of date or could not be made, 2 wrong options.
`;

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {{ check: boolean, upstream?: string, help: boolean }}
 */
export function readCompatArguments(args) {
  const { values } = parseOptions({ args, options: { check: { type: 'boolean', default: false }, upstream: { type: 'string' }, help: HELP } });
  if (values.check && values.upstream !== undefined) throw new UsageError('--check and --upstream', 'one of the two');
  return values;
}
