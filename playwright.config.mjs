import { defineConfig } from '@playwright/test';
import { findBrowsers } from './test/browsers/find-browsers.mjs';
import { playwrightOptions } from './test/browsers/playwright-options.mjs';

const { found } = await findBrowsers();

export default defineConfig({
  testDir: 'test/built',
  testMatch: '**/*.spec.ts',
  outputDir: '.report/playwright',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.COUNTS_FILE ? [['list'], ['json', { outputFile: process.env.COUNTS_FILE }]] : [['list']],
  projects: found.map((browser) => ({ name: browser.name, use: playwrightOptions(browser) })),
});
