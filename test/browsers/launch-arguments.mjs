export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--remote-debugging-port=0',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

export const FIREFOX_PREFERENCES = {
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/**
 * @typedef {object} Extra what one run asks of its browser besides, such as `--js-flags=--expose-gc`
 * @property {string[]} [args] more of the command line
 * @property {Record<string, string | number | boolean>} [preferences] more of Firefox's
 */

/**
 * The command line that opens `url` in a fresh `profile` with no window and no driver; page and browser are trusted, hence no sandbox.
 * @param {import('./find-browsers.mjs').Engine} engine
 * @param {string} profile
 * @param {string} url
 * @param {string[]} more
 * @returns {string[]}
 */
export function launchArguments(engine, profile, url, more = []) {
  if (engine === 'firefox') return ['--headless', '--no-remote', ...more, '--profile', profile, url];
  return [...CHROMIUM_FLAGS, ...keychainFlags(), ...more, `--user-data-dir=${profile}`, url];
}

/**
 * The text of `user.js` for a Firefox profile: loopback candidates, fake media, and no first-run page, update or telemetry.
 * @param {Extra['preferences']} more
 * @returns {string}
 */
export function firefoxUserJs(more = {}) {
  return Object.entries({ ...FIREFOX_PREFERENCES, ...more })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/**
 * What the browser must find in its environment besides.
 * @param {import('./find-browsers.mjs').Engine} engine
 * @returns {Record<string, string>}
 */
export function launchEnvironment(engine) {
  // Firefox outlives its page's process, and keeps that page's connections open: this makes the crash end it.
  return engine === 'firefox' ? { MOZ_CRASHREPORTER_SHUTDOWN: '1', MOZ_CRASHREPORTER_NO_REPORT: '1' } : {};
}

/** macOS asks the user for the keychain of a fresh HOME otherwise. */
function keychainFlags() {
  return process.platform === 'darwin' ? ['--use-mock-keychain'] : [];
}
