import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { CheckResult } from '../../src/check';
import { serve } from '../browsers/serve.mjs';

// The real engine under the name of another: what it is must not hang on that string alone (src/shim/choice/engine-signs.ts).

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const disguises = {
  'a Firefox of today': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0',
  'a Chrome of today': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'an old Chrome': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36',
  'an iPhone': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};

test.beforeEach(async ({ page }, { title }) => {
  const userAgent = Object.entries(disguises).find(([name]) => title.includes(name))![1];
  await page.addInitScript((text) => {
    for (const [name, value] of [['userAgent', text], ['userAgentData', undefined]] as const) {
      Object.defineProperty(Navigator.prototype, name, { get: () => value, configurable: true });
    }
  }, userAgent);
});

for (const name of Object.keys(disguises)) {
  test(`called ${name}, the engine keeps the whole contract`, async ({ page }) => {
    test.setTimeout(60_000);
    const names = ['rtc-close-shim.min.js', 'rtc-close-check.min.js'];
    const html = `<!doctype html><title>disguised</title>${names.map((file) => `<script src="/${file}"></script>`).join('')}`;
    const files = { '/': { type: 'text/html', body: html }, ...Object.fromEntries(names.map((file) => [`/${file}`, { file: dist + file }])) };
    const server = await serve({ files });
    try {
      await page.goto(server.url);
      const { results } = await page.evaluate(() => (window as unknown as { rtcCloseCheck: { check(): Promise<CheckResult> } }).rtcCloseCheck.check());
      expect(results.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
      await page.goto('about:blank');
    } finally {
      await server.close();
    }
  });
}
