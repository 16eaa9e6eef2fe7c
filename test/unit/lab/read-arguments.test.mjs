import { describe, expect, it } from 'vitest';
import { UsageError } from '../../commands/usage-error.mjs';
import { readArguments } from '../../lab/read-arguments.mjs';

describe('readArguments', () => {
  it('runs and serves everything by default', () => {
    expect(readArguments([])).toEqual({ browsers: [], once: false, json: false, port: 4173, help: false });
  });
  it('takes several browsers', () => {
    expect(readArguments(['--browser', 'firefox', '--browser=chromium-156']).browsers).toEqual(['firefox', 'chromium-156']);
  });
  it('serves nothing with --json', () => {
    expect(readArguments(['--json'])).toMatchObject({ json: true, once: true });
  });
  it.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--port=']])('refuses %s %s', (...args) => {
    expect(() => readArguments(args)).toThrow(UsageError);
  });
  it.each([['--brwser', 'x'], ['--browser'], ['--browser', ' '], ['firefox'], ['--once=yes']])('refuses %s %s', (...args) => {
    expect(() => readArguments(args.filter((one) => one !== undefined))).toThrow(UsageError);
  });
});
