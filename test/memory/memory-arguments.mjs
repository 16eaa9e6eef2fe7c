import { HELP, parseOptions } from '../commands/parse-options.mjs';

/** What `--help` prints. */
export const USAGE = `npm run memory -- [options]

Creates, closes and drops connections in every browser that is here, natively and with the shim, lets
the engine collect, and counts what stays alive.

  --browser NAME  only this browser (chromium-156, or firefox for all of them); may be repeated
  --quick         500 connections instead of 10,000
  --save          keeps what was measured in test/memory/results
  --help          this text

Exit code: 0 with the shim no more stays alive than natively, 1 more does or nothing could be measured, 2 wrong options.
`;

/**
 * What the command line asks for; throws a `UsageError` for what it can't mean.
 * @param {string[]} args
 * @returns {{ browsers: string[], quick: boolean, save: boolean, help: boolean }}
 */
export function readMemoryArguments(args) {
  const { browser, ...values } = parseOptions({
    args,
    options: {
      browser: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      help: HELP,
    },
  }).values;
  return { browsers: browser, ...values };
}
