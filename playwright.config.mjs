import { defineConfig } from '@playwright/test';
import { findBrowsers } from './test/browsers/find-browsers.mjs';
import { playwrightProjects } from './test/browsers/playwright-projects.mjs';

const { found } = await findBrowsers();

export default defineConfig({
  testDir: 'test/built',
  testMatch: '**/*.spec.ts',
  outputDir: '.report/playwright',
  // Most of the time a test waits for a browser, and each worker has one of its own: three keep two cores busy.
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.COUNTS_FILE ? [['list'], ['json', { outputFile: process.env.COUNTS_FILE }]] : [['list']],
  projects: playwrightProjects(found),
});
