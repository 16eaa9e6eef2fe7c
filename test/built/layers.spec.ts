import { type Page, expect, test } from '@playwright/test';
import type { Seen } from './hostile/judge';
import { type Layer, libraries } from './layers/layer';
import { pagePatches } from './layers/page-patches';
import { openSite } from './pages/site';

declare global {
  interface Window {
    said: string[];
    closeProgram: (realm: Window) => Promise<Seen>;
    probeLayer: (code: string) => Promise<Record<string, unknown>>;
    countCloses: () => Promise<{ atOnce: string; listener: number; handler: number }>;
    nativeClose: unknown;
  }
}

const SHIM = '/dist/rtc-close-shim.min.js';
const KEEP = 'window.nativeClose = RTCPeerConnection.prototype.close;';
/** What is on the page, in this order. */
const orders = {
  before: (layer: Layer) => [...layer.scripts, SHIM],
  after: (layer: Layer) => [SHIM, ...layer.scripts],
};

async function open(page: Page, scripts: string[]) {
  const site = await openSite(page, [KEEP, ...scripts, '/pages/layer-runner.mjs']);
  await page.waitForFunction(() => window.closeProgram);
  return site;
}

/** Runs the program and the probe on a page of its own. */
async function look(page: Page, scripts: string[], probe: string) {
  const site = await open(page, scripts);
  const seen = await page.evaluate(() => window.closeProgram(window));
  const told = await page.evaluate((code) => window.probeLayer(code), probe);
  const said = await page.evaluate(() => window.said);
  await site.close();
  return { seen, told, said };
}

const contract = ({ closed, atOnce, later, calls, heard }: Seen) => ({ closed, atOnce, later, calls, heard });
/** Natively the order is the engine's affair. */
const unordered = (seen: Seen) => ({ ...contract(seen), heard: [...seen.heard!].sort() });

test('the program sees a difference that the shim makes', async ({ page }) => {
  const probe = 'near.close(); return {};';
  const native = await look(page, [], probe);
  const shimmed = await look(page, [SHIM], probe);
  expect(contract(native.seen)).not.toEqual(contract(shimmed.seen));
  expect(shimmed.seen.atOnce).toMatchObject({ made: 'closed', received: 'closed', late: 'closed' });
  expect([...native.said, ...shimmed.said]).toEqual([]);
});

type Look = Awaited<ReturnType<typeof look>>;
const looks = new Map<string, Promise<Look>>();
/** The same once for all tests of a browser. */
const lookOnce = (page: Page, name: string, scripts: string[], probe: string): Promise<Look> => {
  if (!looks.has(name)) looks.set(name, look(page, scripts, probe));
  return looks.get(name)!;
};

for (const layer of [...libraries, ...pagePatches]) {
  test.describe(layer.name, () => {
    for (const [when, scripts] of Object.entries(orders)) {
      test(`loaded ${when} the script tag: the contract holds, it does what it is for, and nothing is said`, async ({ page }) => {
        const alone = await lookOnce(page, layer.name, layer.scripts, layer.probe);
        const shim = await lookOnce(page, 'shim', [SHIM], 'near.close(); return {};');
        const both = await look(page, scripts(layer), layer.probe);
        expect(contract(both.seen)).toEqual(contract(shim.seen));
        expect(alone.told).toMatchObject(layer.tells);
        expect(both.told).toEqual(alone.told);
        // How often it is said is the network's affair.
        expect([...new Set(both.said)]).toEqual([...new Set(alone.said)]);
      });

      test(`loaded ${when} the script tag: when the shim is uninstalled all is as without it`, async ({ page }) => {
        const alone = await lookOnce(page, layer.name, layer.scripts, layer.probe);
        const site = await open(page, scripts(layer));
        await page.evaluate(() => window.rtcCloseShim.uninstall());
        const seen = await page.evaluate(() => window.closeProgram(window));
        expect(unordered(seen)).toEqual(unordered(alone.seen));
        expect(await page.evaluate((code) => window.probeLayer(code), layer.probe)).toMatchObject(layer.tells);
        await site.close();
      });
    }
    if (!layer.leave) return;

    for (const [first, second] of [['layer', 'shim'], ['shim', 'layer']] as const) {
      test(`loaded after the script tag, the ${first} leaves, then the ${second}: all is native`, async ({ page }) => {
        const site = await open(page, orders.after(layer));
        const leave = { layer: () => page.evaluate((code) => void (0, eval)(code), layer.leave!), shim: () => page.evaluate(() => window.rtcCloseShim.uninstall()) };
        await leave[first]();
        await leave[second]();
        // What had covered the shim's patch put it back: a pass-through, that can be taken away now.
        expect(await page.evaluate(() => window.rtcCloseShim.uninstall())).toBe(true);
        expect(await page.evaluate(() => RTCPeerConnection.prototype.close === window.nativeClose)).toBe(true);
        expect(await page.evaluate(() => window.said)).toEqual([]);
        await site.close();
      });
    }
  });
}
