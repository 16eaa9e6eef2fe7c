import { fileURLToPath } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { serve } from '../browsers/serve.mjs';

declare global {
  interface Window {
    dropClosed: (n: number) => void;
    dropChannels: (n: number) => void;
    alive: Record<string, number>;
  }
}

const CONNECTIONS = 300;
const TURN = 100;
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Counts by finalisation: what a page asks a WeakRef for is in use again, and Firefox may then never collect it. */
const program = `
  const alive = (window.alive = { sentinel: 0, connection: 0, channel: 0, transceiver: 0, track: 0, 'dropped channel': 0 });
  const registry = new FinalizationRegistry((kind) => alive[kind]--);
  const note = (kind, object) => (alive[kind]++, registry.register(object, kind), object);
  window.dropClosed = (n) => {
    for (let i = 0; i < n; i++) {
      const connection = note('connection', new RTCPeerConnection());
      const first = note('channel', connection.createDataChannel('first'));
      const second = note('channel', connection.createDataChannel('second'));
      const transceiver = note('transceiver', connection.addTransceiver('audio'));
      first.onclose = () => [first, connection];
      second.addEventListener('message', () => [second, connection]);
      note('track', transceiver.receiver.track).onended = () => transceiver;
      connection.close();
    }
  };
  // Held by what waits for the platform, as in every \`await fetch()\`: there Firefox's cycle collector takes a WeakRef for a holder.
  window.dropChannels = async (n) => {
    const connection = new RTCPeerConnection();
    for (let i = 0; i < n; i++) note('dropped channel', connection.createDataChannel('dropped'));
    await navigator.locks.request('for ever', () => new Promise(() => {}));
    connection.close();
  };
  note('sentinel', new EventTarget());
`;

async function open(page: Page, shimmed: boolean) {
  const shim = shimmed ? '<script src="/dist/rtc-close-shim.min.js"></script>' : '';
  const html = { type: 'text/html; charset=utf-8', body: `<!doctype html><title>test</title>${shim}<script src="/program.js"></script>` };
  const server = await serve({ files: { '/': html, '/dist/': dist, '/program.js': { type: 'text/javascript', body: program }, '/favicon.ico': { body: '' } } });
  await page.goto(server.url);
  expect(await page.evaluate(() => 'rtcCloseShim' in window)).toBe(shimmed);
  return server;
}

/** What is alive when the engine has collected as long as that changes anything. */
async function nothingIsLeft(page: Page) {
  const left = async () => {
    await page.requestGC();
    return page.evaluate(() => Object.fromEntries(Object.entries(window.alive).filter(([, count]) => count > 0)));
  };
  await expect.poll(left, { timeout: 15_000 }).toEqual({});
}

for (const shimmed of [false, true]) {
  const how = shimmed ? 'with the script tag' : 'natively';

  test(`${how} nothing of a closed connection that the page dropped stays alive`, async ({ page }) => {
    const server = await open(page, shimmed);
    // In turns: engines allow a few hundred connections at a time, closed ones that are not collected yet included.
    for (let made = 0; made < CONNECTIONS; made += TURN) {
      await page.evaluate((n) => window.dropClosed(n), TURN);
      await page.requestGC();
    }
    await nothingIsLeft(page);
    await server.close();
  });

  test(`${how} channels that the page dropped do not stay alive with their connection`, async ({ page }) => {
    const server = await open(page, shimmed);
    await page.evaluate((n) => void window.dropChannels(n), TURN);
    await nothingIsLeft(page);
    await server.close();
  });
}
