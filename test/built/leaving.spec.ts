import { type Page, expect, test } from '@playwright/test';
import { openSite } from './pages/site';

const SHIM = '/dist/rtc-close-shim.min.js';
const PROGRAM = '/pages/realm-program.mjs';
const closed = { close: 'undefined', channel: 'closed', connection: 'closed', send: 'throws InvalidStateError', again: 'undefined' };
const events = ['one close listener', 'one close handler'];
const files = { '/other.html': { type: 'text/html', body: '<!doctype html><title>other</title>' } };

interface Left {
  shut?: typeof closed;
  error?: string;
  persisted?: string;
}

// Playwright starts Chromium without the cache of pages that were left.
test.use({
  launchOptions: async ({ launchOptions, browserName }, use) => {
    await use(browserName === 'chromium' ? { ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } : launchOptions);
  },
});

/** Closes in an event of a page that is left, looks from the next page, and comes back. */
async function leave(page: Page, scripts: string[], type: string, connected: boolean) {
  const site = await openSite(page, scripts, files, { 'cache-control': 'no-cache' });
  await page.evaluate(async ([name, connects]) => {
    if (connects) await window.connect('one');
    else window.make('one');
    const close = () => {
      sessionStorage.setItem('shut', JSON.stringify(window.shut('one')));
    };
    (/freeze|visibility/.test(name) ? document : window).addEventListener(name, close, { once: true });
    addEventListener('error', ({ message }) => sessionStorage.setItem('error', message));
    addEventListener('pagehide', ({ persisted }) => sessionStorage.setItem('persisted', String(persisted)));
  }, [type, connected] as const);
  await page.goto(`${site.url}/other.html`);
  const left = await page.evaluate((): Left => {
    const shut = sessionStorage.getItem('shut');
    return { ...sessionStorage, ...(shut ? { shut: JSON.parse(shut) as Left['shut'] } : {}) } as Left;
  });
  // `goBack()` waits for a load that does not come where the page was kept.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => 'heard' in window);
  const kept = await page.evaluate(() => Boolean(window.made.one));
  if (kept) await page.waitForFunction(() => window.heard.length >= 2);
  // Nothing more comes.
  await page.waitForTimeout(300);
  const back = await page.evaluate(() => ({ heard: window.heard, said: window.said }));
  await site.close();
  return { left, kept, back };
}

for (const type of ['pagehide', 'beforeunload', 'unload', 'visibilitychange', 'freeze']) {
  for (const connected of [true, false]) {
    const what = connected ? 'a connected connection' : 'a connection';
    test(`close() of ${what} in ${type}: closed at once, nothing thrown; a page that comes back from the cache hears of it once`, async ({ page }) => {
      const native = await leave(page, [PROGRAM], type, connected);
      const shimmed = await leave(page, [SHIM, PROGRAM], type, connected);
      test.info().annotations.push({ type: 'kept', description: `natively ${native.kept}, with the shim ${shimmed.kept}` });
      expect(Boolean(shimmed.left.shut)).toBe(Boolean(native.left.shut));
      if (shimmed.left.shut) expect(shimmed.left.shut).toEqual(closed);
      expect(shimmed.left.error).toBeUndefined();
      // A page that the engine keeps is kept with the shim, too.
      expect(shimmed.kept).toBe(native.kept);
      expect(shimmed.back.heard).toEqual(shimmed.kept && shimmed.left.shut ? events : []);
      expect(shimmed.back.said).toEqual([]);
    });
  }
}

test('close() before the page is left: it is kept where it natively is, and hears of it once', async ({ page }) => {
  const results = [];
  for (const scripts of [[PROGRAM], [SHIM, PROGRAM]]) {
    const site = await openSite(page, scripts, files, { 'cache-control': 'no-cache' });
    await page.evaluate(() => {
      window.make('one');
      window.shut('one');
      addEventListener('pagehide', ({ persisted }) => sessionStorage.setItem('persisted', String(persisted)));
    });
    await page.waitForFunction(() => window.heard.length >= 2, undefined, { timeout: 2000 }).catch(() => undefined);
    await page.goto(`${site.url}/other.html`);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForFunction(() => 'heard' in window);
    await page.waitForTimeout(300);
    results.push(await page.evaluate(() => ({ kept: Boolean(window.made.one), heard: window.heard })));
    await site.close();
  }
  const [native, shimmed] = results;
  expect(shimmed!.kept).toBe(native!.kept);
  expect(shimmed!.heard).toEqual(shimmed!.kept ? events : []);
});

/** Both events, and what more comes within a time. */
async function heardInTheEnd(page: Page) {
  await page.waitForFunction(() => window.heard.length >= 2);
  await page.waitForTimeout(300);
  return page.evaluate(() => window.heard);
}

test.describe('pages that stay', () => {
  test('close() in beforeunload of a page that stays: its events come once', async ({ page }) => {
    const site = await openSite(page, [SHIM, PROGRAM]);
    await page.route('**/stay', (route) => route.fulfill({ status: 204 }));
    await page.evaluate(async () => {
      await window.connect('one');
      addEventListener('beforeunload', () => (window as unknown as { shutIn: unknown }).shutIn = window.shut('one'), { once: true });
      location.href = '/stay';
    });
    expect(await heardInTheEnd(page)).toEqual(['one close listener', 'one close handler']);
    expect(await page.evaluate(() => (window as unknown as { shutIn: unknown }).shutIn)).toEqual(closed);
    expect(await page.evaluate(() => window.said)).toEqual([]);
    await site.close();
  });
});
