import { CHROMIUM_FLAGS, FIREFOX_PREFERENCES } from './launch-arguments.mjs';

/**
 * How @web/test-runner's puppeteer launcher starts a browser that was found: with what a start without a driver gives it.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export function puppeteerOptions({ engine, executablePath, env }) {
  const common = { executablePath, env: { ...process.env, ...env } };
  if (engine === 'firefox') return { ...common, browser: 'firefox', extraPrefsFirefox: FIREFOX_PREFERENCES };
  // A port of its own would keep puppeteer from its pipe.
  return { ...common, browser: 'chrome', args: CHROMIUM_FLAGS.filter((flag) => !flag.startsWith('--remote-debugging')) };
}
