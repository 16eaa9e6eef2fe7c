import { describe, expect, it } from 'vitest';
import { HELP, parseOptions } from '../../commands/parse-options.mjs';
import { readNumber } from '../../commands/read-number.mjs';
import { UsageError } from '../../commands/usage-error.mjs';

const options = /** @type {const} */ ({ port: { type: 'string', default: '1' }, only: { type: 'string', multiple: true }, once: { type: 'boolean' }, help: HELP });
const parse = (/** @type {string[]} */ ...args) => parseOptions({ args, options });

describe('parseOptions', () => {
  it('reads what parseArgs reads', () => {
    expect(parse('--port=-3', '--only', 'a', '--only', 'b', '-h')).toMatchObject({ values: { port: '-3', only: ['a', 'b'], help: true }, positionals: [] });
    expect(parseOptions({ args: ['a', '--once', '--', '--b'], options, allowPositionals: true }).positionals).toEqual(['a', '--b']);
  });

  it.each([
    [['--nope'], '--nope: expected one of --port, --only, --once, --help'],
    [['-x'], '-x: expected one of --port, --only, --once, --help'],
    [['a'], '"a": expected options alone: --port, --only, --once, --help'],
    [['--once=yes'], '--once=yes: expected --once alone'],
    [['--port'], '--port: expected a value after it'],
    [['--port='], '--port: expected a value after it'],
    [['--only', ' '], '--only: expected a value after it'],
    [['--port', '--once'], '--port: expected a value after it, not --once'],
  ])('refuses %j in a sentence of its own', (args, message) => {
    expect(() => parse(...args)).toThrow(UsageError);
    expect(() => parse(...args)).toThrow(message);
  });
});

describe('readNumber', () => {
  it('reads whole numbers', () => {
    expect([readNumber('--n', '7', 1), readNumber('--n', '-7', -Infinity), readNumber('--n', '0', 0, 9)]).toEqual([7, -7, 0]);
  });
  it.each(/** @type {const} */ ([
    [['x', 1], '--n x: expected a whole number, 1 or more'],
    [['0', 1], '--n 0: expected a whole number, 1 or more'],
    [['1.5', -Infinity], '--n 1.5: expected a whole number'],
    [['1e3', 0, 9999], '--n 1e3: expected a number from 0 to 9999'],
    [['10', 0, 9], '--n 10: expected a number from 0 to 9'],
  ]))('refuses %j', ([text, least, most], message) => {
    expect(() => readNumber('--n', text, least, most)).toThrow(new Error(message));
  });
});
