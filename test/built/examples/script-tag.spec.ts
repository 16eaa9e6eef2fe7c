import { pathToFileURL } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { serve } from '../../browsers/serve.mjs';
import { type Example, copyExample } from './copy-example';

let example: Example;
test.beforeAll(async () => {
  example = await copyExample('script-tag');
});
test.afterAll(() => example.remove());

/** Chats, and hangs up on one side. */
async function chat(page: Page, closer: 'ann' | 'bob'): Promise<Record<string, string>> {
  await expect(page.getByRole('status')).toHaveText('connected');
  await page.locator('#ann').getByText('Send').click();
  await expect(page.locator('#bob li')).toHaveText(['← Hello, Bob']);
  await page.locator('#bob').getByText('Send').click();
  await expect(page.locator('#ann li')).toHaveText(['→ Hello, Bob', '← Hello, Ann']);
  await page.locator(`#${closer}`).getByText('Hang up').click();
  await expect(page.getByRole('status')).toHaveText('closed');
  const cells = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent)));
  return Object.fromEntries(cells);
}

const shimmed = { 'readyState, at once': 'closed', 'send(), at once': 'InvalidStateError', events: 'close (reads "closed")' };

test('the plain page, served: what a closed channel says, with the shim and without', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const server = await serve({ files: { '/': `${example.folder}/index.html`, '/example/': `${example.folder}/` } });
  try {
    await page.goto(`${server.url}/example/index.html`);
    for (const closer of ['ann', 'bob'] as const) {
      expect(await chat(page, closer)).toEqual(shimmed);
      await expect(page.locator(`#${closer} li`).last()).toHaveText('the chat is closed');
      await page.getByText('New chat').click();
    }
    await expect(page.getByRole('status')).toHaveText('connected');
    await page.getByLabel('with the shim').uncheck();
    await page.getByText('New chat').click();
    await expect(page.locator('#ann li')).toHaveCount(0);
    const native = await chat(page, 'ann');
    expect(native['readyState, at once']).not.toBe('closed');
    expect(native['send(), at once']).toBe('nothing: the message is lost');
    // The box on, and off once more: the global speaks of what is installed now.
    for (const isShimmed of [true, false]) {
      await page.getByLabel('with the shim').setChecked(isShimmed);
      await page.getByText('New chat').click();
      await expect(page.locator('#ann li')).toHaveCount(0);
      const said = await chat(page, 'ann');
      if (isShimmed) expect(said).toEqual(shimmed);
      else expect([said['readyState, at once'], said['send(), at once']]).toEqual([native['readyState, at once'], native['send(), at once']]);
    }
  } finally {
    await server.close();
  }
  expect(errors).toEqual([]);
});

test('the plain page, opened from the disk', async ({ page }) => {
  await page.goto(pathToFileURL(`${example.folder}/index.html`).href);
  expect(await chat(page, 'ann')).toEqual(shimmed);
});
