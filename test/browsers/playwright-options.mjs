import { CHROMIUM_FLAGS, FIREFOX_PREFERENCES } from './launch-arguments.mjs';

/**
 * How Playwright starts a browser that was found: with what a start without a driver gives it.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @returns {import('@playwright/test').PlaywrightTestOptions & import('@playwright/test').PlaywrightWorkerOptions}
 */
export function playwrightOptions({ engine, executablePath, env }) {
  const common = { executablePath, env: { .../** @type {Record<string, string>} */ (process.env), ...env } };
  return /** @type {ReturnType<typeof playwrightOptions>} */ (
    engine === 'firefox'
      ? // The channel that drives an ordinary Firefox.
        { browserName: 'firefox', launchOptions: { ...common, channel: 'moz-firefox', firefoxUserPrefs: FIREFOX_PREFERENCES } }
      : { browserName: 'chromium', launchOptions: { ...common, args: CHROMIUM_FLAGS.filter((flag) => !flag.startsWith('--remote-debugging')) } }
  );
}
