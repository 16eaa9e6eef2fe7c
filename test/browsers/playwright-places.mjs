import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const BUILD = /^(chromium|chromium_headless_shell|firefox)-(\d+)$/;
const PROGRAMS = ['chrome', 'headless_shell', 'chrome-headless-shell', 'firefox', 'chrome.exe', 'headless_shell.exe', 'chrome-headless-shell.exe', 'firefox.exe'];
const MAC_PROGRAMS = ['Chromium', 'Google Chrome for Testing', 'firefox'];

/**
 * The programs that may be in Playwright's browser cache: of each kind the newest build, in each folder where Playwright versions have put it.
 * @param {import('./system-places.mjs').Machine} machine
 * @returns {Promise<import('./system-places.mjs').Place[]>}
 */
export async function playwrightPlaces(machine) {
  const root = cacheRoot(machine);
  const builds = newestOfEachKind(await names(root));
  const places = await Promise.all(builds.map(async ({ kind, name }) => {
    const folders = (await names(join(root, name))).map((folder) => join(root, name, folder));
    const paths = await Promise.all(folders.map(programsIn));
    /** @type {import('./system-places.mjs').Place['brand']} */
    const brand = kind === 'firefox' ? 'firefox' : 'chromium';
    return paths.flat().map((path) => ({ brand, path }));
  }));
  return places.flat();
}

/** @param {import('./system-places.mjs').Machine} machine */
function cacheRoot({ platform, env, home }) {
  const chosen = env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen && chosen !== '0') return chosen;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ms-playwright');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'ms-playwright');
}

/** @param {string[]} folders */
function newestOfEachKind(folders) {
  /** @type {Map<string, { kind: string, name: string, revision: number }>} */
  const newest = new Map();
  for (const name of folders) {
    const [, kind, revision] = BUILD.exec(name) ?? [];
    if (kind && Number(revision) > (newest.get(kind)?.revision ?? -1)) newest.set(kind, { kind, name, revision: Number(revision) });
  }
  return [...newest.values()];
}

/** @param {string} folder for instance chrome-linux64, or chrome-mac with an application in it */
async function programsIn(folder) {
  const apps = (await names(folder)).filter((name) => name.endsWith('.app'));
  const inApps = apps.flatMap((app) => MAC_PROGRAMS.map((name) => join(folder, app, 'Contents', 'MacOS', name)));
  return [...PROGRAMS.map((name) => join(folder, name)), ...inApps];
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} sorted; none when there is no such folder
 */
async function names(folder) {
  return (await readdir(folder).catch(() => [])).sort();
}
