import { readFile } from 'node:fs/promises';
import { type Page, expect, test } from '@playwright/test';
import type { Handle } from '../../src/fn';
import type { Seen } from './hostile/judge';
import { openSite } from './pages/site';

declare global {
  interface Window {
    copies: Handle[];
  }
}

const SHIM = '/dist/rtc-close-shim.min.js';
const NOTE = '(window.copies = window.copies || []).push(window.rtcCloseShim);';
const KEEP = 'window.nativeClose = RTCPeerConnection.prototype.close;';
const built = () => readFile(new URL('../../dist/rtc-close-shim.min.js', import.meta.url), 'utf8');
const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** The copies of the shim that a page can come by; each is noted in `copies`. */
const copies: Record<string, () => Promise<string[]>> = {
  'the script tag': () => Promise.resolve([SHIM, NOTE]),
  'the module': () => Promise.resolve(['/copy.mjs']),
  'version 0.0.9': async () => [(await built()).replaceAll(version, '0.0.9'), NOTE],
  'version 9.9.9': async () => [(await built()).replaceAll(version, '9.9.9'), NOTE],
};
const copy = { '/copy.mjs': { type: 'text/javascript', body: "import { rtcCloseShim } from '/dist/index.js'; (window.copies = window.copies || []).push(rtcCloseShim);" } };
const pairs = [
  ['the script tag', 'the script tag'],
  ['the script tag', 'the module'],
  ['the script tag', 'version 0.0.9'],
  ['the script tag', 'version 9.9.9'],
  ['version 0.0.9', 'the script tag'],
  ['version 9.9.9', 'the script tag'],
  ['version 9.9.9', 'the module'],
] as const;

async function open(page: Page, scripts: string[], n: number) {
  const site = await openSite(page, [KEEP, ...scripts, '/pages/layer-runner.mjs'], copy);
  await page.waitForFunction((wanted) => 'closeProgram' in window && (window.copies || []).length === wanted, n);
  return site;
}

const contract = ({ closed, atOnce, later, calls, heard }: Seen) => ({ closed, atOnce, later, calls, heard });
const isNative = (page: Page) => page.evaluate(() => RTCPeerConnection.prototype.close === window.nativeClose);

for (const [first, second] of pairs) {
  test(`${second} after ${first}: it steps aside, and each event comes once`, async ({ page }) => {
    const alone = await open(page, await copies[first]!(), 1);
    const wanted = contract(await page.evaluate(() => window.closeProgram(window)));
    await alone.close();

    const site = await open(page, [...(await copies[first]!()), ...(await copies[second]!())], 2);
    expect(contract(await page.evaluate(() => window.closeProgram(window)))).toEqual(wanted);
    expect(await page.evaluate(() => window.countCloses())).toEqual({ atOnce: 'closed', listener: 1, handler: 1 });
    // Both handles are the first's.
    const [ours, theirs] = await page.evaluate(() => window.copies.map((handle) => ({ version: handle.version, report: handle.report() })));
    expect(ours!.version).toBe(/^version/.test(first) ? first.split(' ')[1] : version);
    expect(theirs).toEqual(ours);
    expect(ours!.report.some(({ decision }) => decision === 'applied')).toBe(true);
    expect(await page.evaluate(() => window.said)).toEqual([]);
    await site.close();
  });

  for (const order of [[0, 1], [1, 0]] as const) {
    test(`${second} after ${first}: uninstalled by the ${order[0] ? 'second' : 'first'}, then the other, all is native`, async ({ page }) => {
      const site = await open(page, [...(await copies[first]!()), ...(await copies[second]!())], 2);
      for (const i of order) {
        expect(await page.evaluate((which) => window.copies[which]!.uninstall(), i)).toBe(true);
        expect(await isNative(page)).toBe(true);
      }
      expect((await page.evaluate(() => window.countCloses())).atOnce).toBe('connecting');
      expect(await page.evaluate(() => window.said)).toEqual([]);
      await site.close();
    });
  }
}

test('after an uninstall another copy can take over', async ({ page }) => {
  const site = await open(page, [SHIM, NOTE, 'rtcCloseShim.uninstall();', ...(await copies['version 9.9.9']!())], 2);
  expect(await page.evaluate(() => window.copies[1]!.version)).toBe('9.9.9');
  expect(await page.evaluate(() => window.countCloses())).toEqual({ atOnce: 'closed', listener: 1, handler: 1 });
  await site.close();
});
