import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { serve } from '../browsers/serve.mjs';
import { packInto } from '../package/pack.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const csp = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";

let app = '';
test.beforeAll(async () => void (app = await mkdtemp(join(tmpdir(), 'rtc-close-shim-app-'))));
test.afterAll(() => rm(app, { recursive: true }));
test.setTimeout(90_000);

/** Opens a page of one script and the suite; says what adapter takes the browser for, what clauses do not hold, and what was complained of. */
async function judge(page: Page, script: { body: string } | string, type = '') {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const html = `<!doctype html><meta charset="utf-8"><title>test</title><script src="/script.js" ${type}></script><script src="/check.js"></script>`;
  const files = { '/': { body: html, type: 'text/html; charset=utf-8' }, '/favicon.ico': { body: '' }, '/script.js': script, '/check.js': here('../../dist/rtc-close-check.min.js') };
  const server = await serve({ files, headers: { 'Content-Security-Policy': csp } });
  await page.goto(server.url);
  const seen = await page.evaluate(async () => {
    const { adapter, rtcCloseShim, rtcCloseCheck } = window as unknown as Judged;
    const { results } = await rtcCloseCheck.check();
    return {
      browser: adapter.browserDetails.browser,
      shim: Object.entries(rtcCloseShim).map(([name, value]) => `${name}: ${typeof value}`).sort(),
      results: results.length,
      failing: results.filter(({ verdict }) => verdict !== 'holds').flatMap(({ id, observed }) => observed.map((what) => `${id}: ${what}`)),
    };
  });
  await server.close();
  return { ...seen, said };
}

interface Judged {
  adapter: { browserDetails: { browser: string } };
  rtcCloseShim: object;
  rtcCloseCheck: typeof import('../../src/check');
}

const handle = ['report: function', 'uninstall: function', 'version: string'];
const taken = (browserName: string) => (browserName === 'firefox' ? 'firefox' : 'chrome');

test('one script tag brings adapter and the shim, under a strict policy, and the contract is kept', async ({ page, browserName }) => {
  const { results, ...seen } = await judge(page, here('../../dist/rtc-close-shim.adapter.min.js'));
  expect(seen).toEqual({ browser: taken(browserName), shim: ['install: function', ...handle], failing: [], said: [] });
  expect(results).toBeGreaterThan(20);
});

/** What webrtc-adapter of this version answers itself, before a call comes to the shim or the engine. */
const answersItself: Record<string, Record<string, string[]>> = {
  'webrtc-adapter': {},
  'webrtc-adapter-8': {},
  'webrtc-adapter-6': {
    chrome: ['calls-are-refused: addIceCandidate() of nothing resolves (connected)'],
    firefox: [
      'calls-are-refused: setLocalDescription() of nothing throws TypeError (connected)',
      'calls-are-refused: addIceCandidate() of nothing resolves (connected)',
      'stats-stay-available: getStats() pending never settles (connected)',
    ],
  },
};

for (const [version, answers] of Object.entries(answersItself)) {
  test(`one import brings both, out of the packed tarball: ${version}`, async ({ page, browserName }) => {
    await packInto(app);
    await rm(join(app, 'node_modules/webrtc-adapter'), { force: true });
    await symlink(here(`../../node_modules/${version}`), join(app, 'node_modules/webrtc-adapter'));
    const contents = "import { adapter, rtcCloseShim } from 'rtc-close-shim/with-adapter';\nwindow.adapter = adapter;\nwindow.rtcCloseShim = rtcCloseShim;";
    const { outputFiles } = await build({ stdin: { contents, resolveDir: app }, bundle: true, write: false, format: 'esm', define: { global: 'globalThis' }, logLevel: 'silent' });
    const seen = await judge(page, { body: outputFiles[0]!.text }, 'type="module"');
    // By its options another copy of the shim knows what is in force.
    expect(seen).toMatchObject({ browser: taken(browserName), shim: ['options: object', ...handle], failing: answers[taken(browserName)] ?? [], said: [] });
  });
}
