import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve } from '../browsers/serve.mjs';
import { buildSite } from '../../src/site/build-site.mjs';
import { siteFiles } from '../../src/site/site-files.mjs';
import { runAxe } from './playground/axe';

const WIDTHS = [390, 768, 1280];
test.setTimeout(300_000);

test('the pages of the site fit every width, say nothing in the console, show their pictures, and are clean for axe', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-site-'));
  const paths = buildSite(folder);
  const { url, close } = await serve({ files: siteFiles(folder, paths) });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('response', (response) => response.status() >= 400 && said.push(`${response.status()} ${response.url()}`));

  const pages = paths.filter((path) => path.endsWith('.html') && !path.startsWith('playground/'));
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    await page.goto(`${url}/${path}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    const blank = await page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src));
    expect(blank, path).toEqual([]);
    expect(await runAxe(page), path).toEqual([]);
  }
  expect(said).toEqual([]);
  await close();
  rmSync(folder, { recursive: true });
});
