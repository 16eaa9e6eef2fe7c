import { expect, test as base } from '@playwright/test';
import { runAxe } from './playground/axe';
import { openPlayground } from './playground/open-playground';
import { overlaps } from './playground/overlaps';

// An ordinary Firefox takes the colour scheme from its preferences alone.
const test = base.extend({
  launchOptions: [({ launchOptions }, use) => use({ ...launchOptions, firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, 'layout.css.prefers-color-scheme.content-override': 0 } }), { scope: 'worker' }],
});
test.use({ colorScheme: 'dark' });
test.setTimeout(300_000);

test('the playground in the dark is dark, and clean for axe', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.done();
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(19, 21, 23)');
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.locator('svg.timelines').getAttribute('width').then(Number)).toBeLessThanOrEqual(width);
    expect(await overlaps(page), `${width} px`).toEqual([]);
    expect(await runAxe(page)).toEqual([]);
  }
  await playground.close();
});
