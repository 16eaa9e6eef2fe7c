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

/** The decisions that the tag's report is made of, and its reasons. */
const decided = (page: Page) =>
  page.evaluate(() => {
    const lines = window.rtcCloseShim.report();
    const only = (values: string[]) => values.filter((value, i) => values.indexOf(value) === i);
    return { decisions: only(lines.map(({ decision }) => decision)), reasons: only(lines.map(({ because }) => because)) };
  });
const keep = { code: 'window.nativeClose = RTCPeerConnection.prototype.close;' };

for (const [attributes, reason] of [
  ['data-channel-close="never"', 'channelClose is "never"; expected "event", "silent"'],
  ['data-stop-tracks="yes"', 'stopTracks is "yes"; expected false, true'],
  ['data-clauses="send-is-refuse:off"', 'clause is "send-is-refuse"; expected "send-is-refused", '],
  ['data-clauses="send-is-refused off"', 'a part of data-clauses is "send-is-refused"; expected clause:switch'],
  ['data-channels-close="silent"', 'option is "channelsClose"; expected "channelClose", '],
] as const) {
  test(`${attributes}: the script tag throws nothing and installs nothing, and its report says why`, async ({ page }) => {
    const site = await open(page, [keep, { src: '/dist/rtc-close-shim.min.js', attributes }, { src: '/use.js' }]);
    expect(await seen(page)).toMatchObject({ before: true });
    const { decisions, reasons } = await decided(page);
    expect(decisions).toContain('blocked');
    expect(decisions).not.toContain('applied');
    expect(reasons.filter((each) => each.startsWith(`TypeError: rtc-close-shim: install(): ${reason}`))).toHaveLength(1);
    // It is there, and can be told better.
    expect(await page.evaluate(() => (window.rtcCloseShim.install(), RTCPeerConnection.prototype.close === window.nativeClose))).toBe(false);
    expect((await decided(page)).decisions).toContain('applied');
    expect(await page.evaluate(() => (window.rtcCloseShim.uninstall(), RTCPeerConnection.prototype.close === window.nativeClose))).toBe(true);
    expect(site.said).toEqual([]);
    await site.close();
  });
}

test('blanks around the separator of data-clauses are taken, and attributes of the page are left to it', async ({ page }) => {
  const attributes = 'data-clauses="send-is-refused: off; sctp-stays : off" data-channel="web" data-id="1"';
  const site = await open(page, [{ src: '/dist/rtc-close-shim.min.js', attributes }]);
  const off = await page.evaluate(() => window.rtcCloseShim.report().filter(({ decision }) => decision === 'off').map(({ id }) => id));
  expect(off).toEqual(['sctp-stays', 'send-is-refused']);
  await site.close();
});

test('a second script tag with other options throws nothing: the first stays in force, and the report says so', async ({ page }) => {
  const src = '/dist/rtc-close-shim.min.js';
  const site = await open(page, [{ src, attributes: 'data-channel-close="silent"' }, { src, attributes: 'data-stop-tracks="true"' }, { src: '/use.js' }]);
  const result = await seen(page);
  expect(result).toMatchObject({ readyState: 'closed', done: true });
  expect(result.closeEvents).toBeUndefined();
  const reason = '; TypeError: rtc-close-shim: install(): installed already (uninstall() first, or import rtc-close-shim/fn alone): stopTracks is true; expected false';
  const { decisions, reasons } = await decided(page);
  expect(decisions).toContain('applied');
  expect(reasons.filter((each) => !each.endsWith(reason))).toEqual([]);
  expect(await page.evaluate(() => [window.rtcCloseShim.uninstall(), window.rtcCloseShim.report().length])).toEqual([true, 0]);
  expect(site.said).toEqual([]);
  await site.close();
});

test('options after an import that has applied itself are an error that says what to import', async ({ page }) => {
  const code = await bundle(`
    import { install, rtcCloseShim } from 'rtc-close-shim';
    const attempt = (options) => { try { return install(window, options) === rtcCloseShim; } catch (error) { return String(error); } };
    window.seen = { done: true, again: attempt(), same: attempt({ stopTracks: false }), other: attempt({ stopTracks: true }) };
  `);
  const site = await open(page, [{ code, attributes: 'type="module"' }]);
  expect(await seen(page)).toEqual({
    done: true,
    again: true,
    same: true,
    other: 'TypeError: rtc-close-shim: install(): installed already (uninstall() first, or import rtc-close-shim/fn alone): stopTracks is true; expected false',
  });
  await site.close();
});

test('the script tags as modules: their globals are there, and the attributes are read', async ({ page }) => {
  const attributes = 'type="module" data-channel-close="silent" data-clauses="send-is-refused:off"';
  const others = ['check', 'peer'].map((name) => ({ src: `/dist/rtc-close-${name}.min.js`, attributes: 'type="module"' }));
  const site = await open(page, [{ src: '/dist/rtc-close-shim.min.js', attributes }, ...others, { src: '/use.js', attributes: 'defer' }]);
  const result = await seen(page);
  expect(result).toMatchObject({ readyState: 'closed', done: true });
  expect(result.closeEvents).toBeUndefined();
  expect(await page.evaluate(() => window.rtcCloseShim.report().filter(({ decision }) => decision === 'off').map(({ id }) => id))).toEqual(['send-is-refused']);
  expect(await page.evaluate(() => ['rtcCloseShim', 'rtcCloseCheck', 'rtcClosePeer'].filter((name) => name in window))).toEqual(['rtcCloseShim', 'rtcCloseCheck', 'rtcClosePeer']);
  expect(site.said).toEqual([]);
  await site.close();
});

test('the script tag with adapter as a module: both globals, and the attributes', async ({ page }) => {
  const site = await open(page, [{ src: '/dist/rtc-close-shim.adapter.min.js', attributes: 'type="module" data-clauses="sctp-stays:off"' }]);
  await page.waitForFunction(() => window.rtcCloseShim);
  expect(await page.evaluate(() => window.rtcCloseShim.report().filter(({ decision }) => decision === 'off').map(({ id }) => id))).toEqual(['sctp-stays']);
  expect(await page.evaluate(() => 'adapter' in window)).toBe(true);
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
  const named = { code: 'window.nativeClose = RTCPeerConnection.prototype.close; window.names = []; window.names = Object.getOwnPropertyNames(window);' };
  const code = await bundle("import { install } from 'rtc-close-shim/fn';\nwindow.install = install; window.added = Object.getOwnPropertyNames(window).filter((name) => !window.names.includes(name));\n" + use);
  const site = await open(page, [named, { code, attributes: 'type="module"' }]);
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
