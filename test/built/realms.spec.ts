import { type Page, expect, test } from '@playwright/test';
import { openSite } from './pages/site';

declare global {
  interface Window {
    /** A connection with a channel that is noted: see `pages/realm-program.mjs`. */
    make: (name: string) => { near: RTCPeerConnection; channel: RTCDataChannel };
    connect: (name: string) => Promise<{ near: RTCPeerConnection; far: RTCPeerConnection; channel: RTCDataChannel }>;
    /** `close()`, and what the channel reads and does at once. */
    shut: (name: string) => Record<string, string>;
    heard: string[];
    made: Record<string, { near: RTCPeerConnection; channel: RTCDataChannel }>;
  }
}

const SHIM = '/dist/rtc-close-shim.min.js';
const PROGRAM = '/pages/realm-program.mjs';
const html = (...scripts: string[]) => ({ type: 'text/html', body: `<!doctype html><body>${scripts.map((src) => `<script ${src.endsWith('.mjs') ? 'type="module"' : ''} src="${src}"></script>`).join('')}</body>` });
const frames = { '/shimmed.html': html(SHIM, PROGRAM), '/native.html': html(PROGRAM), '/other.html': html(), '/favicon.ico': { body: '' } };
const closed = { close: 'undefined', channel: 'closed', connection: 'closed', send: 'throws InvalidStateError', again: 'undefined' };

async function open(page: Page) {
  const site = await openSite(page, [SHIM, PROGRAM], frames);
  await page.evaluate(() => {
    (window as unknown as { frame: unknown }).frame = async (src: string) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      await new Promise((resolve) => {
        frame.onload = resolve;
        document.body.append(frame);
      });
      frame.contentWindow!.addEventListener('error', (event) => window.said.push('frame: ' + event.message));
      frame.contentWindow!.addEventListener('unhandledrejection', (event) => window.said.push('frame: ' + event.reason));
      return frame;
    };
  });
  return site;
}

const said = (page: Page) => page.evaluate(() => window.said);
/** What is heard in the end: at least as much as is wanted, and no more within a time. */
const heard = async (page: Page, wanted: number) => {
  await page.waitForFunction((n) => window.heard.length >= n, wanted);
  await page.waitForTimeout(300);
  return page.evaluate(() => window.heard);
};

declare function frame(src: string): Promise<HTMLIFrameElement & { contentWindow: Window & typeof globalThis }>;

test.describe('iframes', () => {
  test('removed right after close(), before its events: nothing is thrown, and what is held goes on reading closed', async ({ page }) => {
    const site = await open(page);
    const seen = await page.evaluate(async () => {
      const results: unknown[] = [];
      for (let i = 0; i < 10; i++) {
        const element = await frame('/shimmed.html');
        const realm = element.contentWindow;
        const { channel } = await realm.connect('one');
        const first = realm.shut('one');
        element.remove();
        results.push({ ...first, later: channel.readyState });
      }
      return results;
    });
    for (const one of seen) expect(one).toEqual({ ...closed, later: 'closed' });
    await page.waitForTimeout(300);
    expect(await said(page)).toEqual([]);
    await site.close();
  });

  test('removed before close(): it does what it does natively', async ({ page }) => {
    const site = await open(page);
    const [native, shimmed] = await page.evaluate(() =>
      Promise.all(
        ['/native.html', '/shimmed.html'].map(async (src) => {
          const element = await frame(src);
          const realm = element.contentWindow;
          const { near, channel } = await realm.connect('one');
          const { close } = near;
          element.remove();
          const outcome = (act: () => unknown) => {
            try {
              return String(act());
            } catch (error) {
              return 'throws ' + (error as Error).name;
            }
          };
          return { close: outcome(() => close.call(near)), again: outcome(() => close.call(near)), connection: near.signalingState, created: outcome(() => near.createDataChannel('late')), channel: channel.readyState };
        }),
      ),
    );
    expect({ ...shimmed, channel: '' }).toEqual({ ...native, channel: '' });
    await page.waitForTimeout(300);
    expect(await said(page)).toEqual([]);
    await site.close();
  });

  test('removed in the close event: the events of the others still come once', async ({ page }) => {
    const site = await open(page);
    await page.evaluate(async () => {
      const element = await frame('/shimmed.html');
      const inner = element.contentWindow.make('inner');
      inner.channel.addEventListener('close', () => element.remove());
      window.make('outer');
      element.contentWindow.shut('inner');
      window.shut('outer');
    });
    expect(await heard(page, 2)).toEqual(['outer close listener', 'outer close handler']);
    expect(await said(page)).toEqual([]);
    await site.close();
  });

  test('installed into from outside, then removed: uninstall() and report() throw nothing', async ({ page }) => {
    const site = await open(page);
    const seen = await page.evaluate(async () => {
      const element = await frame('/native.html');
      const realm = element.contentWindow;
      const { install } = window.rtcCloseShim;
      const handle = install(realm);
      realm.make('one');
      const first = realm.shut('one');
      element.remove();
      return { ...first, lines: handle.report().length > 0, uninstalled: typeof handle.uninstall() };
    });
    expect(seen).toEqual({ ...closed, lines: true, uninstalled: 'boolean' });
    await page.waitForTimeout(300);
    expect(await said(page)).toEqual([]);
    await site.close();
  });

  for (const how of ['open', 'open and write the script tag again'] as const) {
    test(`document.open() while a connection is open (${how}): it is closed by the contract, and its events come once`, async ({ page }) => {
      const site = await open(page);
      const seen = await page.evaluate(async (again) => {
        const element = await frame('/shimmed.html');
        const realm = element.contentWindow;
        await realm.connect('one');
        const { shut, heard: noted } = realm;
        realm.document.open();
        if (again) realm.document.write('<!doctype html><script src="/dist/rtc-close-shim.min.js"></scr' + 'ipt><p id="written"></p>');
        realm.document.close();
        for (let i = 0; again && i < 200 && !realm.document.getElementById('written'); i++) await new Promise((resolve) => setTimeout(resolve, 10));
        const first = shut('one');
        for (let i = 0; i < 100 && noted.length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 10));
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { ...first, noted };
      }, how !== 'open');
      expect(seen).toEqual({ ...closed, noted: ['one close listener', 'one close handler'] });
      expect(await said(page)).toEqual([]);
      await site.close();
    });
  }
});

test.describe('calls across realms', () => {
  for (const [from, to] of [['shimmed', 'shimmed'], ['shimmed', 'native'], ['native', 'shimmed']] as const) {
    test(`close() of a ${from} realm on a connection of a ${to} one: it is closed, and each event comes once at most`, async ({ page }) => {
      const site = await open(page);
      const seen = await page.evaluate(async ([one, other]) => {
        const [ours, theirs] = [(await frame(`/${one}.html`)).contentWindow, (await frame(`/${other}.html`)).contentWindow];
        const { near } = await theirs.connect('one');
        const returned = ours.RTCPeerConnection.prototype.close.call(near);
        for (let i = 0; i < 40 && theirs.heard.length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 25));
        await new Promise((resolve) => setTimeout(resolve, 300));
        const again = [ours.RTCPeerConnection.prototype.close.call(near), theirs.RTCPeerConnection.prototype.close.call(near)];
        return { returned, again, state: near.signalingState, noted: theirs.heard };
      }, [from, to] as const);
      expect(seen).toMatchObject({ returned: undefined, again: [undefined, undefined], state: 'closed' });
      expect(new Set(seen.noted).size).toBe(seen.noted.length);
      expect(await said(page)).toEqual([]);
      await site.close();
    });
  }

  test('close() of the realm that a shim was installed into by another one keeps the contract there', async ({ page }) => {
    const site = await open(page);
    const seen = await page.evaluate(async () => {
      const realm = (await frame('/native.html')).contentWindow;
      const { install } = window.rtcCloseShim;
      install(realm);
      const { near, channel } = await realm.connect('one');
      RTCPeerConnection.prototype.close.call(near);
      const atOnce = channel.readyState;
      for (let i = 0; i < 100 && realm.heard.length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { atOnce, noted: realm.heard };
    });
    expect(seen).toEqual({ atOnce: 'closed', noted: ['one close listener', 'one close handler'] });
    expect(await said(page)).toEqual([]);
    await site.close();
  });
});

test('a channel that was transferred to a worker is left to the worker', async ({ page }) => {
  const site = await open(page);
  const transfer = (src: string) =>
    page.evaluate(async (address) => {
      const realm = (await frame(address)).contentWindow;
      const near = new realm.RTCPeerConnection();
      const channel = near.createDataChannel('transferred');
      const kept = near.createDataChannel('kept');
      const noted: string[] = [];
      const code = 'onmessage = ({ data }) => { const channel = data.channel; channel.onclose = () => postMessage("close"); postMessage("there " + channel.label); }';
      const worker = new realm.Worker(URL.createObjectURL(new Blob([code])));
      const there = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
      try {
        worker.postMessage({ channel }, [channel as unknown as Transferable]);
      } catch (error) {
        return { transferable: false, name: (error as Error).name };
      }
      const label = await there;
      // Only now: who listens has begun to use it.
      channel.addEventListener('close', () => noted.push('transferred'));
      kept.addEventListener('close', () => noted.push('kept'));
      const before = channel.readyState;
      near.close();
      const after = [channel.readyState, kept.readyState];
      for (let i = 0; i < 40 && !noted.includes('kept'); i++) await new Promise((resolve) => setTimeout(resolve, 25));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { transferable: true, label, before, after, noted };
    }, src);
  const native = await transfer('/native.html');
  const shimmed = await transfer('/shimmed.html');
  test.info().annotations.push({ type: 'native', description: JSON.stringify(native) });
  if (!native.transferable) expect(shimmed).toEqual(native);
  else {
    expect(shimmed).toMatchObject({ transferable: true, label: native.label, before: native.before, after: [native.after![0], 'closed'] });
    expect(shimmed.noted!.filter((name) => name === 'transferred')).toEqual(native.noted!.filter((name) => name === 'transferred'));
    expect(shimmed.noted!.filter((name) => name === 'kept')).toEqual(['kept']);
  }
  expect(await said(page)).toEqual([]);
  await site.close();
});
