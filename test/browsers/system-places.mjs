import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Place a path at which a browser may be
 * @property {'chromium' | 'chrome' | 'edge' | 'firefox'} brand
 * @property {string} path
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {string} home
 */

// The insides of a snap come first: its wrapper refuses a profile and a HOME of our own.
const LINUX_PLACES = /** @type {Place[]} */ ([
  { brand: 'chromium', path: '/snap/chromium/current/usr/lib/chromium-browser/chrome' },
  { brand: 'firefox', path: '/snap/firefox/current/usr/lib/firefox/firefox' },
]);

const LINUX_NAMES = /** @type {Record<Place['brand'], string[]>} */ ({
  chromium: ['chromium', 'chromium-browser'],
  chrome: ['google-chrome', 'google-chrome-stable', 'google-chrome-beta', 'google-chrome-unstable'],
  edge: ['microsoft-edge', 'microsoft-edge-stable', 'microsoft-edge-beta', 'microsoft-edge-dev'],
  firefox: ['firefox-esr', 'firefox', 'firefox-beta', 'firefox-nightly', 'firefox-devedition'],
});

const MAC_APPS = /** @type {[Place['brand'], string, string][]} */ ([
  ['chromium', 'Chromium', 'Chromium'],
  ['chrome', 'Google Chrome', 'Google Chrome'],
  ['chrome', 'Google Chrome Beta', 'Google Chrome Beta'],
  ['chrome', 'Google Chrome Canary', 'Google Chrome Canary'],
  ['edge', 'Microsoft Edge', 'Microsoft Edge'],
  ['firefox', 'Firefox', 'firefox'],
  ['firefox', 'Firefox Developer Edition', 'firefox'],
  ['firefox', 'Firefox Nightly', 'firefox'],
]);

const WINDOWS_PROGRAMS = /** @type {[Place['brand'], string][]} */ ([
  ['chromium', 'Chromium\\Application\\chrome.exe'],
  ['chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['chrome', 'Google\\Chrome Beta\\Application\\chrome.exe'],
  ['chrome', 'Google\\Chrome SxS\\Application\\chrome.exe'],
  ['edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['firefox', 'Mozilla Firefox\\firefox.exe'],
  ['firefox', 'Firefox Developer Edition\\firefox.exe'],
  ['firefox', 'Firefox Nightly\\firefox.exe'],
]);

/**
 * The places where a system of this kind keeps its browsers, whether or not anything is there.
 * @param {Machine} machine
 * @returns {Place[]}
 */
export function systemPlaces({ platform, env, home }) {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(home, 'Applications')];
    return folders.flatMap((folder) => MAC_APPS.map(([brand, app, program]) => ({ brand, path: join(folder, `${app}.app`, 'Contents', 'MacOS', program) })));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => WINDOWS_PROGRAMS.map(([brand, program]) => ({ brand, path: `${folder}\\${program}` })));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const named = Object.entries(LINUX_NAMES).flatMap(([brand, names]) =>
    names.flatMap((name) => folders.map((folder) => ({ brand: /** @type {Place['brand']} */ (brand), path: join(folder, name) }))));
  return [...LINUX_PLACES, ...named];
}
