import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../browsers/serve.mjs';
import { lab } from '../../lab/lab.mjs';
import { serveReport } from '../../lab/serve-report.mjs';
import { writeReport } from '../../lab/write-report.mjs';
import { makeReport } from '../../lab/make-report.mjs';
import { couldNotStart, fakeBrowser, fakeRun } from './fake-runs.mjs';

/** @typedef {import('../../suite/run-suite.mjs').runSuite} RunSuite */

const good = fakeRun(['holds', 'holds']);
const bad = fakeRun(['broken', 'holds']);
let folder = '';

beforeEach(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'lab-'))}/`;
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * @param {string[]} args
 * @param {RunSuite} [runSuite] by default the shim repairs all
 * @param {string[]} [names]
 */
async function run(args, runSuite = async (_, { shimmed }) => (shimmed ? good : bad), names = ['chromium-156', 'firefox-153']) {
  const said = { out: '', err: '' };
  const code = await lab(args, {
    findBrowsers: async () => ({ found: names.map(fakeBrowser), missing: [] }),
    runSuite,
    version: '1.0.0',
    folder,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}

describe('lab', () => {
  it('ends with 0 when every clause holds with the shim', async () => {
    const { code, out } = await run(['--once']);
    expect(code).toBe(0);
    expect(out).toContain('with the shim: all 2 clauses hold in each');
    expect(out).toContain(`${folder}index.html`);
    expect(out).not.toContain('http://');
  });
  it('ends with 1 when one clause is broken with the shim in one browser', async () => {
    const { code, out } = await run(['--once'], async ({ name }, { shimmed }) => (shimmed && name === 'chromium-156' ? good : bad));
    expect(code).toBe(1);
    expect(out).toContain('channels-read-closed is broken with the shim in firefox-153');
  });
  it('goes on after a browser that can not be started, and names it', async () => {
    let starts = 0;
    const { code, out, err } = await run(['--once'], async ({ name }, { shimmed }) => {
      if (name === 'chromium-156') throw (starts++, couldNotStart(name));
      return shimmed ? good : bad;
    });
    expect({ code, starts }).toEqual({ code: 0, starts: 1 });
    expect(out).toContain('chromium-156 could not start: the library libnss3.so is missing\n    to install: apt-get install chromium');
    expect(err).toContain('chromium-156 native: could not start');
    expect(out).toContain('firefox-153  1.2.3');
  });
  it('ends with 1 when none could be started, or none is here', async () => {
    expect(await run(['--once'], async ({ name }) => Promise.reject(couldNotStart(name)))).toMatchObject({ code: 1 });
    expect(await run(['--once'], undefined, [])).toMatchObject({ code: 1 });
  });
  it('names the browser in an error of another kind', async () => {
    const { out } = await run(['--once'], async () => Promise.reject(new Error('boom')));
    expect(out).toContain('firefox-153 failed: boom (with the shim)');
  });
  it('prints JSON and nothing else with --json', async () => {
    const { code, out, err } = await run(['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: '1.0.0', problems: [], browsers: [{ name: 'chromium-156' }, { name: 'firefox-153' }] });
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(`${folder}report.json`, 'utf8')));
    expect(err).toContain('firefox-153 shimmed: all 2 clauses hold');
  });
  it('runs only the browsers that are asked for', async () => {
    const { out } = await run(['--json', '--browser', 'firefox']);
    expect(JSON.parse(out).browsers).toMatchObject([{ name: 'firefox-153' }]);
  });
  it('refuses a name that is not here, and lists what is', async () => {
    expect(await run(['--browser', 'safari'])).toEqual({ code: 2, out: '', err: 'npm start: --browser safari: expected a browser that is here (chromium-156, firefox-153)\nSee npm start -- --help\n' });
  });
  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const flag of ['--browser', '--once', '--json', '--port', '--help']) expect(out).toContain(flag);
    expect(await run(['--hlep'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('serveReport', () => {
  it('serves the playground under a strict policy, with all that it asks for and a link to the report', async () => {
    await writeReport(folder, makeReport('1.0.0', [], []));
    const server = await serveReport(folder, 0);
    try {
      const response = await fetch(`${server.url}/`);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*require-trusted-types-for 'script'/);
      const page = await response.text();
      const names = [...page.matchAll(/<(?:script src|link rel="stylesheet" href|a href)="([^"]+)"/g)].map(([, name = '']) => name);
      expect(names).toContain('/report/');
      expect(names).toContain('playground.min.js');
      for (const name of names.filter((one) => !one.startsWith('https:'))) expect((await fetch(new URL(name, server.url))).status, name).toBe(200);
    } finally {
      await server.close();
    }
  });
  it('takes the next port when one is taken, and serves both files of the report and nothing else', async () => {
    await writeReport(folder, makeReport('1.0.0', [], []));
    const other = await serve({ files: {} });
    const server = await serveReport(folder, other.port);
    try {
      expect(server.port).toBeGreaterThan(other.port);
      expect((await fetch(`${server.url}/report/`)).headers.get('content-type')).toContain('text/html');
      expect(await (await fetch(`${server.url}/report/report.json`)).json()).toMatchObject({ version: '1.0.0' });
      const back = /<a href="([^"]+)">Playground/.exec(await (await fetch(`${server.url}/report/`)).text())?.[1] ?? '';
      expect(await (await fetch(new URL(back, `${server.url}/report/`))).text()).toContain('<script src="playground.min.js">');
      expect((await fetch(new URL('playground.min.js', new URL(back, `${server.url}/report/`)))).status).toBe(200);
      expect((await fetch(`${server.url}/package.json`)).status).toBe(404);
    } finally {
      await server.close();
      await other.close();
    }
  });
});
