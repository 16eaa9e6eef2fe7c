import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { clauses } from '../../../src/contract/clauses';
import { type Example, copyExample } from './copy-example';
import { npmRun, npmServe } from './npm-run';

let example: Example;
test.beforeAll(async () => {
  example = await copyExample('astro-page');
});
test.afterAll(() => example.remove());

test('the Astro page: the import does nothing on the server, and applies itself in the browser', async ({ page }) => {
  test.setTimeout(120_000);
  await npmRun(example.folder, 'build');
  const html = await readFile(join(example.folder, 'dist/index.html'), 'utf8');
  expect(html).toContain('<output id="server">0</output>');
  expect(html).toContain('<ul id="report"></ul>');

  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const server = await npmServe(example.folder, 'preview');
  try {
    await page.goto(server.url);
    await expect(page.locator('#channel')).toHaveText('A channel of a closed connection reads "closed".');
    await expect(page.getByRole('listitem')).toHaveCount(Object.keys(clauses).length);
    await expect(page.locator('#channels-read-closed')).toHaveText('channels read closed: applied');
  } finally {
    await server.stop();
  }
  expect(errors).toEqual([]);
});
