import { type Page, expect, test } from '@playwright/test';
import type { Seen } from './hostile/judge';
import { type Layer, libraries } from './layers/layer';
import { pagePatches } from './layers/page-patches';
import { inFrames } from './pages/in-frames';
import { openSite, pageOf } from './pages/site';

interface Look {
  seen: Seen;
  told: Record<string, unknown>;
  said: string[];
}

type Who = 'layer' | 'shim';

declare global {
  interface Window {
    said: string[];
    closeProgram: (realm: Window) => Promise<Seen>;
    countCloses: () => Promise<{ atOnce: string; listener: number; handler: number }>;
    nativeClose: unknown;
    /** See `pages/layer-runner.mjs`. */
    look: (probe: string) => Promise<Look>;
    lookWithout: (probe: string) => Promise<Look>;
    leave: (code: string, who: Who[]) => Promise<{ uninstalled: boolean; native: boolean; said: string[] }>;
  }
}

const SHIM = '/dist/rtc-close-shim.min.js';
const KEEP = 'window.nativeClose = RTCPeerConnection.prototype.close;';
const CLOSE = 'near.close(); return {};';
const layers = [...libraries, ...pagePatches];
/** What is on the page, in this order. */
const orders = {
  before: (layer: Layer) => [...layer.scripts, SHIM],
  after: (layer: Layer) => [SHIM, ...layer.scripts],
};
const leaving: Who[][] = [['layer', 'shim'], ['shim', 'layer']];

/** The pages there are: what is on each, and what is done on it. */
const pages: Record<string, { scripts: string[]; call: 'look' | 'lookWithout' | 'leave'; args: unknown[] }> = {
  native: { scripts: [], call: 'look', args: [CLOSE] },
  shim: { scripts: [SHIM], call: 'look', args: [CLOSE] },
};
for (const layer of layers) {
  pages[layer.name] = { scripts: layer.scripts, call: 'look', args: [layer.probe] };
  for (const [when, scripts] of Object.entries(orders)) {
    pages[`${layer.name} ${when}`] = { scripts: scripts(layer), call: 'look', args: [layer.probe] };
    pages[`${layer.name} ${when}, uninstalled`] = { scripts: scripts(layer), call: 'lookWithout', args: [layer.probe] };
  }
  for (const who of layer.leave ? leaving : []) pages[`${layer.name}: ${who.join()}`] = { scripts: orders.after(layer), call: 'leave', args: [layer.leave, who] };
}

async function lookAtAll(page: Page): Promise<Record<string, unknown>> {
  const names = Object.keys(pages);
  const address = (name: string) => `/${names.indexOf(name)}.html`;
  const files = names.map((name) => pageOf(address(name), [KEEP, ...pages[name]!.scripts, '/pages/layer-runner.mjs']));
  const site = await openSite(page, [], Object.assign({}, ...files));
  const results = await inFrames(page, names.map((name) => ({ src: address(name), call: pages[name]!.call, args: pages[name]!.args })));
  await site.close();
  return Object.fromEntries(names.map((name, i) => [name, results[i]]));
}

const contract = ({ closed, atOnce, later, calls, heard }: Seen) => ({ closed, atOnce, later, calls, heard });
/** Natively the order is the engine's affair. */
const unordered = (seen: Seen) => ({ ...contract(seen), heard: [...seen.heard!].sort() });

let results: Record<string, unknown>;
const look = (name: string) => {
  expect(results[name]).toHaveProperty('told');
  return results[name] as Look;
};

// Each on a page of its own, some at a time.
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await browser.newPage();
  results = await lookAtAll(page);
  await page.close();
});

test('the program sees a difference that the shim makes', () => {
  const [native, shimmed] = [look('native'), look('shim')];
  expect(contract(native.seen)).not.toEqual(contract(shimmed.seen));
  expect(shimmed.seen.atOnce).toMatchObject({ made: 'closed', received: 'closed', late: 'closed' });
  expect([...native.said, ...shimmed.said]).toEqual([]);
});

for (const layer of layers) {
  test.describe(layer.name, () => {
    for (const when of Object.keys(orders)) {
      test(`loaded ${when} the script tag: the contract holds, it does what it is for, and nothing is said`, () => {
        const [alone, shim, both] = [look(layer.name), look('shim'), look(`${layer.name} ${when}`)];
        const natively = Object.fromEntries((layer.asksEngine ?? []).map((call) => [call, alone.seen.calls![call]]));
        expect(contract(both.seen)).toEqual({ ...contract(shim.seen), calls: { ...shim.seen.calls, ...natively } });
        expect(alone.told).toMatchObject(layer.tells);
        expect(both.told).toEqual(alone.told);
        // How often it is said is the network's affair.
        expect([...new Set(both.said)]).toEqual([...new Set(alone.said)]);
      });

      test(`loaded ${when} the script tag: when the shim is uninstalled all is as without it`, () => {
        const [alone, without] = [look(layer.name), look(`${layer.name} ${when}, uninstalled`)];
        expect(unordered(without.seen)).toEqual(unordered(alone.seen));
        expect(without.told).toMatchObject(layer.tells);
      });
    }

    for (const who of layer.leave ? leaving : []) {
      test(`loaded after the script tag, the ${who[0]} leaves, then the ${who[1]}: all is native`, () => {
        expect(results[`${layer.name}: ${who.join()}`]).toEqual({ uninstalled: true, native: true, said: [] });
      });
    }
  });
}
