import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromium, firefox, isWanted } from './browsers.js';

const launch = (name, launchOptions) => Object.assign(puppeteerLauncher({ launchOptions, concurrency: 1 }), { name });

export default {
  files: 'close.test.js',
  // In capitals the server listens on this machine alone; as "localhost" it takes no address, and listens on all.
  hostname: 'LOCALHOST',
  nodeResolve: true,
  // check() watches the milliseconds after close(): one browser at a time.
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testFramework: { config: { timeout: 60_000 } },
  browsers: [
    launch('chromium', { browser: 'chrome', ...chromium }),
    launch('firefox', { browser: 'firefox', executablePath: firefox.executablePath, extraPrefsFirefox: firefox.preferences }),
  ].filter(isWanted),
};
