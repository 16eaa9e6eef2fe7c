import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { runAxe } from './playground/axe';
import { openPlayground } from './playground/open-playground';

declare global {
  interface Window {
    offered: Blob;
  }
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
// A run takes some ten seconds, on a busy machine many more.
test.setTimeout(300_000);

const status = (page: Page) => page.locator('#status');
const inWords = (page: Page) => page.locator('.in-words table').allTextContents();

test('it closes natively and with the shim, and shows both, under a strict policy with Trusted Types', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.done();

  await test.step('the outcome', async () => {
    await expect(status(page)).toHaveText(/^Done\. Natively \d+ of (\d+) clauses hold, with the shim \1 of \1\.$/);
    const rows = await page.locator('.clauses tbody tr').count();
    expect(await playground.clauses('shimmed', 'holds')).toHaveLength(rows);
    expect(await playground.clauses('native', 'broken')).not.toHaveLength(0);
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  await test.step('what the table predicted', async () => {
    const report = await page.evaluate(() => window.rtcCloseShim.report());
    for (const { id, decision, because } of report) await expect(page.locator(`#${id}-table`)).toHaveText(`${decision.replace('-', ' ')} ${because}`);
    const kept = report.filter(({ decision }) => decision === 'not-needed').length;
    await expect(page.locator('#prediction')).toContainText(`keeps ${kept} of ${report.length} clauses`);
  });

  await test.step('the drawing, and the same in words', async () => {
    const drawing = page.getByRole('img', { name: 'One close(), connected' });
    await expect(drawing).toBeVisible();
    await expect(drawing.locator('.heading')).toHaveText([/^Native: /, 'With the shim: everything reads closed at once, and nothing fires but what should']);
    const before = await inWords(page);
    expect(before).toHaveLength(4);
    await page.getByLabel('Situation in which it is closed').selectOption('gathering');
    await expect(page.getByRole('img', { name: 'One close(), gathering' })).toBeVisible();
    expect(await inWords(page)).not.toEqual(before);
    await page.getByLabel('Situation in which it is closed').selectOption('connected');
  });

  expect(playground.said).toEqual([]);
  await playground.close();
});

test('clauses and options can be switched, and break what they should', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.done();

  await test.step('a clause', async () => {
    await page.getByRole('combobox', { name: 'send-is-refused Switch' }).selectOption('off');
    await expect(status(page)).toHaveText('The switches have changed since this run: run again to see what it makes of them.');
    await expect(page.locator('#code')).toContainText("install(window, {\n  clauses: {\n    'send-is-refused': 'off',\n  },\n});");
    await page.locator('#run').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#run')).toBeDisabled();
    await playground.done();
    expect(await playground.clauses('shimmed', 'broken')).toEqual(['send-is-refused']);
    await expect(page.locator('#send-is-refused-table')).toHaveText(/^off by the option; by itself applied: /);
    await expect(status(page)).toHaveText(/with the shim \d+ of \d+, with send-is-refused off\.$/);
    await expect(page.locator('.cards .flips')).toHaveText('with send-is-refused off');
    await expect(page.locator('.clauses tbody tr').first()).toHaveAttribute('id', 'send-is-refused-row');
  });

  await test.step('the options', async () => {
    await page.getByRole('button', { name: 'All back to the defaults' }).click();
    await expect(page.locator('#code')).toHaveText("import 'rtc-close-shim';");
    await page.getByLabel('silent').check();
    await page.getByRole('radio', { name: 'none' }).check();
    await page.getByLabel('stopTracks').check();
    await page.getByRole('button', { name: 'Run again' }).last().click();
    await expect(page.locator('#run')).toBeDisabled();
    await playground.done();
    expect(await playground.clauses('shimmed', 'broken')).toEqual(['senders-are-stopped', 'channels-fire-close-once', 'peer-close-channels-fire-error']);
    await expect(page.locator('#tag')).toContainText('data-channel-close="silent" data-peer-close-error="none" data-stop-tracks="true"');
    const [, , shimmed = ''] = await inWords(page);
    expect(shimmed).toContain('local track audioliveendedended');
  });

  expect(playground.said).toEqual([]);
  await playground.close();
});

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
  expect(playground.said).toEqual([]);

  expect(await runAxe(page)).toEqual([]);
  await test.step('on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.locator('svg.timelines').getAttribute('width').then(Number)).toBeLessThan(390);
    for (const details of await page.locator('details').all()) await details.evaluate((one: HTMLDetailsElement) => { one.open = true; });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await runAxe(page)).toEqual([]);
  });
  await playground.close();
});

test('it runs from a file, too', async ({ page }) => {
  const playground = await openPlayground(page, { url: pathToFileURL(`${dist}playground.html`).href });
  await playground.done();
  await expect(status(page)).toHaveText(/^Done\. Natively \d+ of (\d+) clauses hold, with the shim \1 of \1\.$/);
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
  await expect(status(page)).toHaveText('Done: there was nothing to close.');
  await expect(page.locator('#timelines')).toBeHidden();
  expect(playground.said).toEqual([]);
  await playground.close();
});

test('it says so where a script is not beside it', async ({ page }) => {
  await page.route('**/rtc-close-shim.min.js', (route) => route.abort());
  const playground = await openPlayground(page);
  await expect(page.locator('.notice')).toHaveText('rtc-close-shim.min.js is not beside this page, or could not be loaded.');
  await expect(status(page)).toHaveText('Nothing could be run.');
  await playground.close();
});
