import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { rollup } from 'rollup';
import { serve } from '../browsers/serve.mjs';

declare global {
  interface Window {
    seen: Record<string, unknown>;
    rtcCloseShim: typeof import('../../src/script');
    check: typeof import('../../src/check').check;
    install: typeof import('../../src/fn').install;
    nativeClose: unknown;
    added: string[];
  }
}

interface Script {
  src?: string;
  code?: string;
  attributes?: string;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const csp =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";

/** What a page does with a connection, and what it saw. Reports under `window.seen`. */
const use = `
  const seen = (window.seen = { before: window.nativeClose === undefined ? undefined : RTCPeerConnection.prototype.close === window.nativeClose });
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('one');
  channel.onclose = () => { seen.closeEvents = (seen.closeEvents || 0) + 1; };
  connection.close();
  seen.readyState = channel.readyState;
  try { channel.send('x'); } catch (error) { seen.refused = error.name; }
  seen.globals = Object.keys(window).filter((name) => /close.*shim/i.test(name));
  setTimeout(() => { seen.done = true; }, 300);
`;
const closed = { readyState: 'closed', refused: 'InvalidStateError', closeEvents: 1, done: true };

/** An application's bundle of an import, as rollup makes it. */
async function bundle(code: string): Promise<string> {
  const entry = '\0entry';
  const build = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : id.startsWith('rtc-close-shim') ? dist + (id.split('/')[1] || 'index') + '.js' : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'es' });
  return output[0].code;
}

/** Opens a page of these scripts under the strict policy; collects errors and what the console said. */
async function open(page: Page, scripts: Script[]) {
  const files: import('../browsers/served-file.mjs').Files = { '/dist/': dist, '/use.js': { type: 'text/javascript', body: use } };
  let html = '<!doctype html><meta charset="utf-8"><title>test</title>';
  for (const [i, script] of scripts.entries()) {
    const src = script.src || `/script-${i}.js`;
    if (!script.src) files[src] = { type: 'text/javascript', body: script.code! };
    html += `<script ${script.attributes || ''} src="${src}"></script>`;
  }
  files['/'] = { type: 'text/html; charset=utf-8', body: html };
  files['/favicon.ico'] = { body: '' };
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const server = await serve({ files, onReport: () => {}, headers: { 'Content-Security-Policy': csp } });
  await page.goto(server.url);
  return {
    said,
    // The page goes first: what it still asks for (its icon) would be refused, and heard by the next page's test.
    close: async () => {
      await page.goto('about:blank');
      await server.close();
    },
  };
}

const seen = async (page: Page) => {
  await page.waitForFunction(() => window.seen && window.seen.done);
  return page.evaluate(() => window.seen);
};

test('the script tag: one global, applied at once, under a strict policy with Trusted Types', async ({ page }) => {
  const site = await open(page, [{ src: '/dist/rtc-close-shim.min.js' }, { src: '/use.js' }]);
  expect(await seen(page)).toMatchObject({ ...closed, globals: ['rtcCloseShim'] });
  const handle = await page.evaluate(() => ({ ...Object.fromEntries(Object.entries(window.rtcCloseShim).map(([name, value]) => [name, typeof value])) }));
  expect(handle).toEqual({ install: 'function', report: 'function', uninstall: 'function', version: 'string' });
  expect(site.said).toEqual([]);
  await site.close();
});

test('the script tag takes its options as data- attributes', async ({ page }) => {
  const attributes = 'data-channel-close="silent" data-clauses="send-is-refused:off connection-reads-closed:force"';
  const site = await open(page, [{ src: '/dist/rtc-close-shim.min.js', attributes }, { src: '/use.js' }]);
  const result = await seen(page);
  expect(result).toMatchObject({ readyState: 'closed', done: true });
  expect(result.closeEvents).toBeUndefined();
  const report = await page.evaluate(() => window.rtcCloseShim.report().filter(({ because }) => /option/.test(because)).map(({ id, decision }) => `${id} ${decision}`));
  expect(report).toEqual(['connection-reads-closed applied', 'channels-fire-close-once applied', 'send-is-refused off']);
  await site.close();
});

test('browsers take the script tags with the hashes of the README, and with no others', async ({ page }) => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const hashes = [...readme.matchAll(/\| `dist\/(\S+)` \| `(sha384-\S+)` \|/g)];
  expect(hashes.map(([, name]) => name)).toEqual(['rtc-close-shim.min.js', 'rtc-close-shim.adapter.min.js', 'rtc-close-check.min.js', 'rtc-close-peer.min.js']);
  const other = hashes[2]![2];
  const globals = () => page.evaluate(() => ['rtcCloseShim', 'rtcCloseCheck', 'rtcClosePeer'].filter((name) => name in window));
  for (const [, name, hash] of hashes) {
    const site = await open(page, [{ src: `/dist/${name}`, attributes: `integrity="${hash}" crossorigin` }]);
    expect(await globals()).toEqual([/check/.test(name!) ? 'rtcCloseCheck' : /peer/.test(name!) ? 'rtcClosePeer' : 'rtcCloseShim']);
    expect(site.said).toEqual([]);
    await site.close();
  }
  const site = await open(page, [{ src: '/dist/rtc-close-shim.min.js', attributes: `integrity="${other}" crossorigin` }]);
  expect(await globals()).toEqual([]);
  expect(site.said.join()).toMatch(/integrity/i);
  await site.close();
});

test('a wrong data- attribute is an error that lists what is allowed, and nothing is installed', async ({ page }) => {
  const keep = { code: 'window.nativeClose = RTCPeerConnection.prototype.close;' };
  const site = await open(page, [keep, { src: '/dist/rtc-close-shim.min.js', attributes: 'data-channel-close="never"' }, { src: '/use.js' }]);
  expect(await seen(page)).toMatchObject({ before: true });
  expect(site.said.join()).toContain('channelClose is never; allowed: event, silent');
  await site.close();
});

test('a bundled application that imports it', async ({ page }) => {
  const code = await bundle("import 'rtc-close-shim';\n" + use);
  const site = await open(page, [{ code, attributes: 'type="module"' }]);
  expect(await seen(page)).toMatchObject({ ...closed, globals: [] });
  expect(site.said).toEqual([]);
  await site.close();
});

test('the pure entry changes nothing until install() is called', async ({ page }) => {
  const keep = { code: 'window.nativeClose = RTCPeerConnection.prototype.close; window.names = []; window.names = Object.getOwnPropertyNames(window);' };
  const code = await bundle("import { install } from 'rtc-close-shim/fn';\nwindow.install = install; window.added = Object.getOwnPropertyNames(window).filter((name) => !window.names.includes(name));\n" + use);
  const site = await open(page, [keep, { code, attributes: 'type="module"' }]);
  const result = await seen(page);
  expect(result.before).toBe(true);
  expect(result.readyState).toBe('connecting');
  // `install` itself. Firefox's driver may add a name of its own (`__pw_bidiInsertText`) in between.
  expect(await page.evaluate(() => window.added.filter((name) => !name.startsWith('__pw')))).toEqual(['install']);
  expect(await page.evaluate(() => (window.install(), RTCPeerConnection.prototype.close === window.nativeClose))).toBe(false);
  await site.close();
});

test('the public check() tells native from shimmed', async ({ page }) => {
  test.setTimeout(90_000);
  const code = await bundle("import { check } from 'rtc-close-shim/check';\nimport { install } from 'rtc-close-shim/fn';\nwindow.check = check; window.install = install;");
  const site = await open(page, [{ code, attributes: 'type="module"' }]);
  await page.waitForFunction(() => window.check);
  const verdicts = () => page.evaluate(async () => (await window.check()).results.map(({ verdict }) => verdict));
  expect(await verdicts()).toContain('broken');
  await page.evaluate(() => void window.install());
  expect(new Set(await verdicts())).toEqual(new Set(['holds']));
  expect(site.said).toEqual([]);
  await site.close();
});
