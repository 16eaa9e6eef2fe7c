import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { servesBaked } from './src/compat/baked.mjs';
import { findBrowsers } from './test/browsers/find-browsers.mjs';
import { puppeteerOptions } from './test/browsers/puppeteer-options.mjs';
import { countingReporter } from './test/runners/counting-reporter.mjs';

const { found } = await findBrowsers();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/web/**/*.test.ts',
  // In capitals the server listens on this machine alone; as "localhost" or "127.0.0.1" it takes no address, and listens on all.
  hostname: 'LOCALHOST',
  nodeResolve: { extensions: ['.mjs', '.js', '.ts'] },
  plugins: [servesBaked(), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' })],
  // One browser and one page at a time: the tests watch what engines do in the milliseconds after close().
  concurrentBrowsers: 1,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  reporters: [defaultReporter(), countingReporter()],
  browsers: found.map((browser) =>
    Object.assign(puppeteerLauncher({ launchOptions: puppeteerOptions(browser), concurrency: 1 }), { name: browser.name }),
  ),
};
