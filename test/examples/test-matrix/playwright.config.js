import { defineConfig } from '@playwright/test';
import { chromium, firefox, isWanted } from './browsers.js';

export default defineConfig({
  testMatch: '*.spec.js',
  // check() watches the milliseconds after close(): one browser at a time.
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: chromium } },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        launchOptions: {
          executablePath: firefox.executablePath,
          firefoxUserPrefs: firefox.preferences,
          // An ordinary Firefox, and not Playwright's own build, is driven through WebDriver BiDi.
          ...(firefox.executablePath && { channel: 'moz-firefox' }),
        },
      },
    },
    { name: 'webkit', use: { browserName: 'webkit' } },
  ].filter(isWanted),
});
