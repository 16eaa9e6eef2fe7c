import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { browserVersion } from './browser-version.mjs';
import { browserNames, chooseBrowsers } from './choose-browsers.mjs';
import { nameBrowsers } from './name-browsers.mjs';
import { npmChromium } from './npm-chromium.mjs';
import { playwrightPlaces } from './playwright-places.mjs';
import { systemPlaces } from './system-places.mjs';

/**
 * @typedef {'chromium' | 'firefox'} Engine
 *
 * @typedef {object} Browser
 * @property {string} name short and unique, for `--browser NAME`
 * @property {Engine} engine
 * @property {string} version all of it
 * @property {string} executablePath
 * @property {Record<string, string>} env to be added to the environment it runs in
 * @property {'system' | 'playwright' | 'npm' | 'museum'} source
 * @property {import('./host-missing.mjs').Host} [host] what starts it, where it does not start by itself
 * @property {string} [root] the file system it runs in, where that is not this machine's
 * @property {import('./launch-arguments.mjs').Extra} [extra] what a run adds to how it is started; the museum's hosts leave it out
 *
 * @typedef {object} Missing a browser that can't be used here
 * @property {string} name
 * @property {string} reason
 * @property {string} install what to do about it
 *
 * @typedef {import('./name-browsers.mjs').Unnamed} Unnamed
 */

const INSTALL = {
  chromium: 'Debian: apt-get install chromium; anywhere: npx playwright install chromium',
  firefox: 'Debian: apt-get install firefox-esr; elsewhere: from Mozilla, or npx playwright install firefox',
};

/**
 * The real browsers of this machine, system first, then Playwright's, then the one that ships in an npm package; `RTC_CLOSE_SHIM_BROWSERS` (names, comma-separated) leaves only those.
 * @returns {Promise<{ found: Browser[], missing: Missing[] }>}
 */
export async function findBrowsers() {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  /** @type {Missing[]} */
  const missing = [];
  const found = await usable([
    ...systemPlaces(machine).map((place) => ({ ...place, source: /** @type {const} */ ('system') })),
    ...(await playwrightPlaces(machine)).map((place) => ({ ...place, source: /** @type {const} */ ('playwright') })),
  ], missing);
  for (const engine of /** @type {const} */ (['chromium', 'firefox'])) {
    const lacking = !found.some((browser) => browser.engine === engine) && !missing.some(({ name }) => name === engine);
    if (lacking) missing.push({ name: engine, reason: 'none is on the PATH, in the usual places or in Playwright\'s cache', install: INSTALL[engine] });
  }
  const shipped = await npmChromium();
  if ('reason' in shipped) missing.push(shipped);
  else found.push(shipped);
  return onlyWanted(nameBrowsers(found), missing);
}

/**
 * @param {(import('./system-places.mjs').Place & { source: 'system' | 'playwright' })[]} places
 * @param {Missing[]} missing
 * @returns {Promise<Unnamed[]>} one a program, and one a version of each brand and source
 */
async function usable(places, missing) {
  /** @type {Map<string, Unnamed>} */
  const found = new Map();
  const seen = new Set();
  for (const { brand, path, source } of places.filter((place) => existsSync(place.path))) {
    const real = await realpath(path);
    if (seen.has(real) || real === '/usr/bin/snap') continue;
    seen.add(real);
    const engine = brand === 'firefox' ? 'firefox' : 'chromium';
    try {
      const version = await browserVersion(engine, real);
      const key = `${brand} ${version} ${source}`;
      if (!found.has(key)) found.set(key, { brand, engine, version, executablePath: path, env: {}, source });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      missing.push({ name: brand, reason: `${path}: ${reason}`, install: INSTALL[engine] });
    }
  }
  return [...found.values()];
}

/**
 * @param {Browser[]} found
 * @param {Missing[]} missing
 */
function onlyWanted(found, missing) {
  const names = browserNames(process.env.RTC_CLOSE_SHIM_BROWSERS);
  if (names.length === 0) return { found, missing };
  const { chosen, unknown } = chooseBrowsers(found, names);
  const install = `found: ${found.map(({ name }) => name).join(', ') || 'none'}`;
  return {
    found: chosen,
    missing: unknown.map((name) => missing.find((one) => one.name === name) ?? { name, reason: 'RTC_CLOSE_SHIM_BROWSERS names it and it is not here', install }),
  };
}
