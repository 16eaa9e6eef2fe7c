import { type Page, expect, test } from '@playwright/test';
import { type Example, copyExample } from './copy-example';
import { npmRun, npmServe } from './npm-run';

let example: Example;
test.beforeAll(async () => {
  example = await copyExample('vite-spa');
});
test.afterAll(() => example.remove());

/** Makes a call, and leaves its view. */
async function visit(page: Page, url: string): Promise<void> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url);
  await page.getByText('Call').click();
  await expect(page.getByRole('status')).toHaveText(/^([3-9]|\d\d+) pings$/);
  await page.getByText('Lobby').first().click();
  const lines = page.getByRole('listitem');
  await expect(lines).toHaveText(['left: the channel reads "closed"', /^closed after \d+ pings$/]);

  await test.step('a view that is left before it is connected', async () => {
    await page.evaluate(() => {
      location.hash = '#call';
    });
    await expect(page.getByRole('heading')).toHaveText('Call');
    await page.evaluate(() => {
      location.hash = '#lobby';
    });
    await expect(lines).toHaveCount(4);
  });
  expect(errors).toEqual([]);
}

test('the Vite application, in development', async ({ page }) => {
  test.setTimeout(90_000);
  const server = await npmServe(example.folder, 'start');
  try {
    await visit(page, server.url);
  } finally {
    await server.stop();
  }
});

test('the Vite application, type-checked and built', async ({ page }) => {
  test.setTimeout(90_000);
  await npmRun(example.folder, 'build');
  const server = await npmServe(example.folder, 'preview');
  try {
    await visit(page, server.url);
  } finally {
    await server.stop();
  }
});
