import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { servesBaked } from './src/compat/baked.mjs';
import { findBrowsers } from './test/browsers/find-browsers.mjs';
import { puppeteerOptions } from './test/browsers/puppeteer-options.mjs';
import { countingReporter } from './test/runners/counting-reporter.mjs';

const { found } = await findBrowsers();
/** Most of the time a page waits for its engine: so many keep two cores busy, and stay in time. */
const PAGES_AT_A_TIME = 3;
const concurrency = Math.ceil(PAGES_AT_A_TIME / Math.max(found.length, 1));

/**
 * A page in a window of its own: of the tabs of one window all but one are hidden, and their timers are slowed down.
 * @param {{ browser: import('puppeteer-core').Browser }} launched
 */
const inWindow = ({ browser }) => browser.newPage({ type: 'window' });

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/web/**/*.test.ts',
  // In capitals the server listens on this machine alone; as "localhost" or "127.0.0.1" it takes no address, and listens on all.
  hostname: 'LOCALHOST',
  nodeResolve: { extensions: ['.mjs', '.js', '.ts'] },
  plugins: [servesBaked(), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' })],
  concurrentBrowsers: PAGES_AT_A_TIME,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  reporters: [defaultReporter(), countingReporter()],
  browsers: found.map((browser) => Object.assign(puppeteerLauncher({ launchOptions: puppeteerOptions(browser), createPage: inWindow, concurrency }), { name: browser.name })),
};
