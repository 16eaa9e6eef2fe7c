import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { runAxe } from './playground/axe';
import { openPlayground } from './playground/open-playground';

declare global {
  interface Window {
    offered: Blob;
  }
}

// A run takes some twenty seconds, on a busy machine many more.
test.setTimeout(300_000);

test('the result can be taken along; the page is clean for axe, and fits a phone', async ({ page, browserName }) => {
  await page.addInitScript(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => createObjectURL((window.offered = blob as Blob));
  });
  const playground = await openPlayground(page);
  await playground.done();

  const text = await test.step('as a file', async () => {
    // The driver of an ordinary Firefox tells nothing of downloads.
    const downloading = browserName === 'firefox' ? undefined : page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).click();
    await expect(page.locator('#told')).toHaveText('Downloaded.');
    const offered = await page.evaluate(() => window.offered.text());
    const download = await downloading;
    if (download) {
      expect(download.suggestedFilename()).toBe('rtc-close-shim-result.json');
      expect(await readFile(await download.path(), 'utf8')).toBe(offered);
    }
    return offered;
  });
  const result = JSON.parse(text);
  expect(Object.keys(result)).toEqual(['version', 'date', 'userAgent', 'options', 'predicted', 'native', 'report', 'shimmed']);
  expect(result.native.results.map(({ id }: { id: string }) => id)).toEqual(result.predicted.map(({ id }: { id: string }) => id));
  expect(result.shimmed.recordings[0]).toMatchObject({ scene: 'connected' });
  expect(playground.said).toEqual([]);

  expect(await runAxe(page)).toEqual([]);
  await test.step('on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.locator('svg.timelines').getAttribute('width').then(Number), { timeout: 30_000 }).toBeLessThan(390);
    for (const details of await page.locator('details').all()) await details.evaluate((one: HTMLDetailsElement) => { one.open = true; });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await runAxe(page)).toEqual([]);
  });
  await test.step('in the clipboard', async () => {
    await page.getByRole('button', { name: 'Copy JSON' }).click();
    await expect(page.locator('#told')).toHaveText('Copied.');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: 'Copy JSON' }).click();
    // Not toBeFocused(), which asks for the window's focus too: a driven Firefox does not have it.
    await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe('json');
    expect(await page.locator('#json').evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe(text);
  });
  await playground.close();
});
