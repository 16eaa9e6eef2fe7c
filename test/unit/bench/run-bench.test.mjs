import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmChromium } from '../../browsers/npm-chromium.mjs';
import { readBenchArguments } from '../../bench/bench-arguments.mjs';
import { measureBrowser } from '../../bench/measure-browser.mjs';
import { runBench } from '../../bench/run-bench.mjs';
import { fakeBrowser } from '../lab/fake-runs.mjs';
import { fakeResult, fakeSamples } from './fake-result.mjs';

let folder = '';
beforeEach(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'bench-'))}/`;
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * @param {string[]} args
 * @param {typeof measureBrowser} [measure]
 * @param {import('../../browsers/find-browsers.mjs').Browser[]} [found]
 */
async function run(args, measure = async ({ name }) => fakeResult(name, [fakeSamples('close-1', [1, 2, 3])]), found = ['chromium-156', 'firefox-153'].map(fakeBrowser)) {
  const said = { out: '', err: '' };
  const code = await runBench(args, {
    findBrowsers: async () => ({ found, missing: [] }),
    measureBrowser: measure,
    versions: { shim: '1.0.0', adapter: '9.0.0' },
    folder,
    kept: `${folder}kept/`,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}

describe('readBenchArguments', () => {
  it('has 30 rounds of everything in every browser, in an order of chance', () => {
    expect(readBenchArguments([], () => 5)).toEqual({ browsers: [], only: [], rounds: 30, seed: 5, save: false, json: false, help: false });
  });
  it('takes what it is told', () => {
    expect(readBenchArguments(['--quick', '--only', 'read', '--browser', 'firefox', '--seed', '9', '--json'])).toMatchObject({ rounds: 5, only: ['read'], browsers: ['firefox'], seed: 9, json: true });
  });
  it.each([['--only', 'reed'], ['--rounds', '0'], ['--rounds', 'x'], ['--quick', '--rounds', '3'], ['--save', '--quick'], ['--save', '--only', 'read'], ['--browser', ' '], ['--wrong']])('refuses %s %s', async (...args) => {
    expect((await run(args)).code).toBe(2);
  });
});

describe('runBench', () => {
  it('tells and writes table, picture and samples', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain('## firefox-153 (1.2.3)');
    expect((await readdir(folder)).sort()).toEqual(['bench.json', 'bench.md', 'bench.svg']);
    expect(await readFile(`${folder}bench.json`, 'utf8')).toContain('"shim": [1, 2, 3]');
  });
  it('keeps a file a browser, and makes the table of all that are kept', async () => {
    await run(['--save', '--browser', 'firefox-153']);
    await run(['--save', '--browser', 'chromium-156']);
    expect((await readdir(`${folder}kept`)).sort()).toEqual(['bench.md', 'bench.svg', 'chromium-156.json', 'firefox-153.json']);
    expect(await readFile(`${folder}kept/bench.md`, 'utf8')).toMatch(/## chromium-156[^]*## firefox-153/);
  });
  it('goes on after a browser that fails, and ends with 1', async () => {
    const { code, out, err } = await run([], async ({ name }) => {
      if (name === 'chromium-156') throw new Error('chromium-156 crashed');
      return { ...fakeResult(name, [fakeSamples('close-1', [1])]), failures: [{ id: 'read', message: 'Error: no' }] };
    });
    expect(code).toBe(1);
    expect(out).toContain('## firefox-153');
    expect(err).toMatch(/chromium-156 crashed\nfirefox-153: read: Error: no/);
  });
  it('says which browsers are here when it is asked for another', async () => {
    expect(await run(['--browser', 'safari'])).toMatchObject({ code: 2, err: expect.stringContaining('a browser that is here (chromium-156, firefox-153)') });
  });
});

const shipped = await npmChromium();

describe.skipIf('reason' in shipped)('in a real browser', () => {
  it('measures one scenario in four frames', { timeout: 30_000 }, async () => {
    const browser = { ...(/** @type {import('../../browsers/name-browsers.mjs').Unnamed} */ (shipped)), name: 'chromium-npm' };
    const { code, out } = await run(['--quick', '--only', 'read', '--json'], measureBrowser, [browser]);
    const [{ isolated, collected, samples, failures }] = JSON.parse(out);
    expect({ code, isolated, collected, failures }).toEqual({ code: 0, isolated: true, collected: 'by gc()', failures: [] });
    expect(samples).toMatchObject([{ id: 'read', batch: 200_000 }]);
    for (const times of Object.values(samples[0].ms)) expect(times).toEqual(Array(5).fill(expect.any(Number)));
  });
});
