import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { readNumber } from '../commands/read-number.mjs';

/** What `--help` prints. */
export const USAGE = `npm start -- [options]

Closes real connections in every browser that is here, natively and with the shim, and shows
which clauses of the close contract hold; serves that report, and a page on which the browser
that opens it does the same and every clause can be switched off.

  --browser NAME  only this browser (chromium-156, or firefox for all of them); may be repeated
  --once          ends after the report is written, serves nothing
  --json          prints the report as JSON on stdout and nothing else there; implies --once
  --port N        where to serve; the next free port if that one is taken (default 4173)
  --help          this text

Exit code: 0 every clause holds with the shim, 1 one is broken or nothing could be run, 2 wrong options.
`;

/**
 * @typedef {object} Arguments
 * @property {string[]} browsers names; none means every browser
 * @property {boolean} once
 * @property {boolean} json
 * @property {number} port
 * @property {boolean} help
 */

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {Arguments}
 */
export function readArguments(args) {
  const values = parse(args);
  return { browsers: values.browser, once: values.once || values.json, json: values.json, port: readNumber('--port', values.port, 0, 65535), help: values.help };
}

/** @param {string[]} args */
function parse(args) {
  return parseOptions({
    args,
    options: {
      browser: { type: 'string', multiple: true, default: [] },
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      port: { type: 'string', default: '4173' },
      help: HELP,
    },
  }).values;
}
