import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { openPlayground } from './playground/open-playground';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
// A run takes some twenty seconds, on a busy machine many more.
test.setTimeout(300_000);
test.describe.configure({ mode: 'parallel' });

test('the state is in the address, and the code of the chosen options can be copied whole', async ({ page }) => {
  const playground = await openPlayground(page, { fragment: '#situation=gathering&clauses=send-is-refused:off' });
  await expect(page.locator('#scene')).toHaveValue('gathering');
  await expect(page.locator('#send-is-refused-switch')).toHaveValue('off');
  await expect(page.locator('#step')).toContainText('gathering');
  await playground.done();
  await expect(page.locator('#status')).toHaveText(/, with send-is-refused off\.$/);
  await expect(page.getByRole('img', { name: 'One close(), gathering' })).toBeVisible();

  await page.getByLabel('Situation in which it is closed').selectOption('inside onmessage');
  await page.getByLabel('silent').check();
  const fragment = () => page.evaluate(() => location.hash);
  expect(await fragment()).toBe('#situation=inside%20onmessage&clauses=send-is-refused:off&channelClose=silent');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => ((document.title = text), Promise.resolve()) } });
  });
  await page.getByRole('button', { name: 'Copy the import line' }).click();
  await expect(page.locator('#code-told')).toHaveText('Copied.');
  const shown = (await page.locator('#code').textContent())!;
  expect(await page.evaluate(() => document.querySelector('title')!.textContent)).toBe(shown);
  expect(shown).toContain("import { install } from 'rtc-close-shim/fn';");
  for (const id of ['code', 'tag']) expect(await page.locator(`#${id}`).evaluate((pre) => pre.scrollWidth - pre.clientWidth), id).toBe(0);

  await page.getByRole('button', { name: 'All back to the defaults' }).click();
  await expect.poll(fragment).toBe('#situation=inside%20onmessage');
  await page.evaluate(() => { location.hash = '#stopTracks=true'; });
  await expect(page.getByLabel('stopTracks', { exact: false })).toBeChecked();
  await expect(page.locator('#scene')).toHaveValue('connected');
  await playground.close();
});

test('it runs from a file, too', async ({ page }) => {
  const playground = await openPlayground(page, { url: pathToFileURL(`${dist}playground.html`).href });
  await playground.done();
  await expect(page.locator('#status')).toHaveText(/^Done\. Natively \d+ of (\d+) clauses hold, with the shim \1 of \1\.$/);
  expect(playground.said).toEqual([]);
  await playground.close();
});

test('it says so where there is nothing to close', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection']) Reflect.deleteProperty(window, name);
  });
  const playground = await openPlayground(page);
  await playground.done();
  await expect(page.locator('.notice')).toContainText('has no RTCPeerConnection');
  await expect(page.locator('#status')).toHaveText('Done: there was nothing to close.');
  await expect(page.locator('#timelines')).toBeHidden();
  expect(playground.said).toEqual([]);
  await playground.close();
});

test('it says so where a script is not beside it', async ({ page }) => {
  await page.route('**/rtc-close-shim.min.js', (route) => route.abort());
  const playground = await openPlayground(page);
  await expect(page.locator('.notice')).toHaveText('rtc-close-shim.min.js is not beside this page, or could not be loaded.');
  await expect(page.locator('#status')).toHaveText('Nothing could be run.');
  await playground.close();
});
