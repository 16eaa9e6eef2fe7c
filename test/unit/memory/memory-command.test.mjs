import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeMemory } from '../../memory/judge-memory.mjs';
import { memoryCommand } from '../../memory/memory-command.mjs';
import { fakeReport } from './fake-reports.mjs';

/** @type {string} */
let folder;
beforeEach(async () => void (folder = `${await mkdtemp(join(tmpdir(), 'memory-'))}/`));
afterEach(() => rm(folder, { recursive: true }));

/**
 * @param {string[]} args
 * @param {{ left?: number, fails?: boolean }} how
 */
async function run(args, { left = 0, fails = false } = {}) {
  const said = { out: '', err: '' };
  const browser = /** @type {const} */ ({ name: 'chromium-156', engine: 'chromium', version: '156.0', executablePath: '', env: {}, source: 'system' });
  const code = await memoryCommand(args, {
    findBrowsers: async () => ({ found: [browser], missing: [] }),
    async runMemory({ name, version }, { quick } = {}) {
      if (fails) throw new Error('it crashed');
      const [native, shimmed] = [fakeReport(), fakeReport({ shimmed: true, left })];
      const n = quick ? 500 : 10_000;
      return { browser: name, version, sizes: { connections: n, channels: n, frames: n, installs: n }, native, shimmed, verdicts: judgeMemory(native, shimmed) };
    },
    reportFolder: `${folder}report/`,
    resultsFolder: `${folder}results/`,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}

const saved = (/** @type {string} */ name) => readFile(folder + name, 'utf8').then(JSON.parse, () => undefined);

test('it tells what stayed alive, and ends with the verdict', async () => {
  const { code, out } = await run(['--quick']);
  expect(code).toBe(0);
  expect(out).toContain('✓ chromium-156 (156.0), 500 connections: connections, all closed: no more alive than natively');
  expect(out.trimEnd().split('\n').at(-1)).toBe('✓ npm run memory: with the shim no more stays alive than natively: chromium-156 (500 connections) (1 s)');
  expect(await saved('report/memory.json')).toHaveLength(1);
  expect(await saved('results/chromium-156.json')).toBeUndefined();
});

test('--save keeps a browser a file', async () => {
  await run(['--save', '--browser', 'chromium']);
  expect(await saved('results/chromium-156.json')).toMatchObject({ browser: 'chromium-156', version: '156.0' });
});

test('a leak is the exit code 1, and so is a browser that can not be measured', async () => {
  const leak = await run([], { left: 40 });
  expect([leak.code, leak.out]).toEqual([1, expect.stringContaining('✗ npm run memory: with the shim more stays alive than natively in chromium-156')]);
  const failed = await run([], { fails: true });
  expect(failed).toEqual({ code: 1, out: '✗ npm run memory: not measured: chromium-156 (1 s)\n', err: '[1/1] chromium-156: not measured (1 s)\nchromium-156: it crashed\n' });
});

test('wrong options are said, help is given', async () => {
  expect(await run(['--fast'])).toMatchObject({ code: 2, err: expect.stringContaining('npm run memory -- --help') });
  expect(await run(['--browser', 'opera'])).toMatchObject({ code: 2, err: expect.stringContaining('--browser opera: expected a browser that is here (chromium-156)') });
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--quick') });
});
