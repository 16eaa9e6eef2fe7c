import { HELP, parseOptions } from '../commands/parse-options.mjs';

/** What `--help` prints. */
export const USAGE = `npm test -- [options] [words]

Runs the tests: all of them without words. test/README.md says what each stage and folder proves,
what it needs and how long it takes.

  STAGE            types, lint, table, dist, size, unit, web, built
  BROWSER          a browser that is here: chromium-156, or firefox for all of them
  PART             test files whose path has this in it: hostile, unit/shim, web/clauses

  --first-browser  only the first browser that is here, where no word names one
  --help           this text

npm test -- unit               the node tests
npm test -- web firefox        the tests in browsers, in Firefox alone
npm test -- built hostile      one file of the tests of the built files, in every browser
npm run test:quick             types, lint, the shim's node tests and the clauses in one browser

Exit code: 0 all passed, 1 a test failed or none ran, 2 wrong options or words.
`;

/**
 * @typedef {object} TestArguments
 * @property {string[]} words
 * @property {boolean} firstBrowser
 * @property {boolean} help
 */

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {TestArguments}
 */
export function readTestArguments(args) {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: { 'first-browser': { type: 'boolean', default: false }, help: HELP },
  });
  return { words: positionals, firstBrowser: Boolean(values['first-browser']), help: Boolean(values.help) };
}
