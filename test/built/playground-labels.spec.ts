import { expect, test } from '@playwright/test';
import { openPlayground } from './playground/open-playground';
import { overlaps } from './playground/overlaps';

test.setTimeout(300_000);

test('no label of a timeline runs over a mark, a line or another label, in any situation at any width', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.done();
  const situations = await page.locator('#scene option').allTextContents();
  expect(situations).toHaveLength(13);
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const situation of situations) {
      await page.locator('#scene').selectOption(situation);
      const found = page.getByRole('img', { name: `One close(), ${situation}` });
      await expect.poll(() => found.getAttribute('width').then(Number)).toBeLessThanOrEqual(width);
      expect(await overlaps(page), `${situation} at ${width} px`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await playground.close();
});

test('the overlaps are found that there would be', async ({ page }) => {
  await page.setContent(`<svg class="timelines" width="200" height="60"><text class="event" x="20" y="20">close 5 ms</text><circle class="mark" cx="30" cy="16" r="8"/>
    <text class="event" x="150" y="50">close 5 ms and more</text></svg>`);
  expect(await overlaps(page)).toEqual(['event "close 5 ms" runs over mark ""', 'event "close 5 ms and more" runs out of the drawing']);
});
