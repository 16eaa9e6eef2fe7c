import { parse } from 'acorn';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparablePrograms, programs } from '../../fuzz/commands';
import type { Program } from '../../fuzz/program';
import { scriptOf } from '../../fuzz/script-of';

const any = fc.oneof(programs, comparablePrograms);

test('any program is a script', () => {
  fc.assert(
    fc.property(any, (program) => void parse(scriptOf(program), { ecmaVersion: 2022 })),
    { seed: 1, numRuns: 300 },
  );
});

test('programs are plain data', () => {
  fc.assert(
    fc.property(any, (program) => void expect(JSON.parse(JSON.stringify(program))).toEqual(program)),
    { seed: 1, numRuns: 300 },
  );
});

test('a program says what it does', () => {
  const program: Program = {
    commands: [
      { do: 'channel', on: 0, slot: 'a', mode: 'unordered' },
      { do: 'listen', slot: 'f', to: { at: 'channel', slot: 'a', far: true }, type: 'close', form: { via: 'listener', once: true }, then: [{ do: 'close', on: 1 }, { do: 'throw' }] },
      { do: 'negotiate', on: 0 },
      { do: 'wait', for: 'task' },
      { do: 'wait', for: 5 },
      { do: 'uninstall' },
    ],
  };
  const lines = scriptOf(program).split('\n').map((line) => line.trim());
  expect(lines.slice(lines.indexOf(''), lines.indexOf('// All that is left open is closed, and watched.'))).toEqual([
    '',
    `make('a', 0, { ordered: false });`,
    '((act) =>',
    `listen('f', ch('a', 'far'), 'close', { once: true }, heard('f', act))`,
    ')((event) => {',
    'close(1);',
    `throw new Error('a listener that throws');`,
    '});',
    'negotiate(0).catch(() => {});',
    'await task();',
    'await ms(5);',
    'shim = shim?.uninstall() && undefined;',
  ]);
  expect(lines[1]).toBe('let shim = rtcCloseShim;');
  expect(scriptOf({ ...program, native: true })).toContain('rtcCloseShim.uninstall();');
});
