import { expect, test } from 'vitest';
import { fuzzCommand } from '../../fuzz/fuzz-command.mjs';

/**
 * @param {string[]} args
 * @param {{ broken?: boolean, fails?: boolean, browsers?: number }} how
 */
async function run(args, { broken = false, fails = false, browsers = 1 } = {}) {
  const said = { out: '', err: '' };
  /** @type {unknown[]} */
  const asked = [];
  const browser = /** @type {const} */ ({ name: 'chromium-156', engine: 'chromium', version: '156.0', executablePath: '', env: {}, source: 'system' });
  const find = { rule: /** @type {const} */ ('contract'), seed: 7, path: '3:1', program: { commands: [] }, violations: [{ promise: /** @type {const} */ ('live'), text: 'it died' }], shrinks: 2 };
  const code = await fuzzCommand(args, {
    findBrowsers: async () => ({ found: browsers ? [browser] : [], missing: [] }),
    async runFuzz({ name, version }, { onProgress, onFind, ...options }) {
      asked.push(options);
      onProgress?.(10, 0);
      if (broken) onFind?.(find);
      if (fails) throw new Error('it crashed');
      return { browser: name, version, seed: options.seed, programs: 1000, finds: broken ? [find] : [] };
    },
    scriptOf: async () => 'the script',
    newSeed: () => 42,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, asked, ...said };
}

test('it prints the seed, and what ran', async () => {
  const { code, out, asked } = await run([]);
  expect([code, asked]).toEqual([0, [{ programs: 1000, minutes: 0, seed: 42, parallel: 16, path: undefined, rule: undefined, shim: undefined }]]);
  expect(out).toContain('seed 42\n✓ chromium-156 (156.0): 1000 programs, 0 violations, seed 42\n✓ npm run fuzz: 1000 programs, 0 violations, seed 42 (1 s)\n');
});

test('a find is told as a script, with the way back to it', async () => {
  const { code, out } = await run([], { broken: true });
  expect(code).toBe(1);
  for (const part of ['live: it died', 'npm run fuzz -- --browser chromium-156 --rule contract --seed 7 --path 3:1', '{"commands":[]}', 'the script', '✗ chromium-156']) expect(out).toContain(part);
});

test('a browser that fails, and none at all, are the exit code 1', async () => {
  expect(await run([], { fails: true })).toMatchObject({ code: 1, err: expect.stringContaining('chromium-156: it crashed') });
  expect(await run([], { browsers: 0 })).toMatchObject({ code: 1, err: '✗ npm run fuzz: no browser is here; npm start says how to get one (1 s)\n' });
});

test('options are handed on', async () => {
  const { asked } = await run(['--minutes', '20', '--seed=-3', '--path', '1:2', '--parallel', '4']);
  expect(asked).toEqual([{ programs: Infinity, minutes: 20, seed: -3, parallel: 4, path: '1:2', rule: 'contract', shim: undefined }]);
});

test('wrong options are said, help is given', async () => {
  expect(await run(['--fast'])).toMatchObject({ code: 2, err: expect.stringContaining('npm run fuzz -- --help') });
  expect(await run(['--programs', 'many'])).toMatchObject({ code: 2, err: expect.stringContaining('--programs many: expected a whole number, 1 or more') });
  expect(await run(['--minutes', '0'])).toMatchObject({ code: 2, err: expect.stringContaining('--minutes 0: expected a number greater than 0') });
  expect(await run(['--rule', 'none'])).toMatchObject({ code: 2, err: expect.stringContaining('--rule none: expected contract or never-worse') });
  expect(await run(['--path', '1'])).toMatchObject({ code: 2, err: expect.stringContaining('--path: expected --seed beside it') });
  expect(await run(['--browser', 'opera'])).toMatchObject({ code: 2, err: expect.stringContaining('--browser opera: expected a browser that is here (chromium-156)') });
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--minutes') });
});
