import { expect, test } from '@playwright/test';
import { overlaps } from './playground/overlaps';

test('the overlaps are found that there would be', async ({ page }) => {
  await page.setContent(`<svg class="timelines" width="200" height="60"><text class="event" x="20" y="20">close 5 ms</text><circle class="mark" cx="30" cy="16" r="8"/>
    <text class="event" x="150" y="50">close 5 ms and more</text></svg>`);
  expect(await overlaps(page)).toEqual(['event "close 5 ms" runs over mark ""', 'event "close 5 ms and more" runs out of the drawing']);
});
