import { readFileSync } from 'node:fs';

const MUSEUM = new URL('./museum.json', import.meta.url);

/**
 * @typedef {import('./fetch-build.mjs').MuseumBuild} MuseumBuild
 * @typedef {{ name: string, engine: import('./find-browsers.mjs').Engine, version: string, browser: import('./find-browsers.mjs').Browser }} LocalBuild
 * @typedef {MuseumBuild | LocalBuild} Build one with a `browser` is here already, another is to be fetched
 */

/**
 * All builds that can be measured here, oldest first within an engine: the museum's and the browsers that were found.
 * @param {import('./find-browsers.mjs').Browser[]} found
 * @returns {Build[]}
 */
export function buildCatalogue(found) {
  const old = /** @type {MuseumBuild[]} */ (JSON.parse(readFileSync(MUSEUM, 'utf8')));
  const here = found
    .filter(({ version }) => !old.some((build) => `${version}.`.startsWith(`${build.version}.`)))
    .map((browser) => ({ name: nameBeside(old, browser), engine: browser.engine, version: browser.version, browser }));
  return [...old, ...here].sort((a, b) => a.engine.localeCompare(b.engine) || a.version.localeCompare(b.version, 'en', { numeric: true }));
}

/**
 * @param {MuseumBuild[]} old
 * @param {import('./find-browsers.mjs').Browser} browser
 */
function nameBeside(old, browser) {
  const name = browser.name.replace('-', '@');
  return old.some((build) => build.name === name) ? `${name}-${browser.source}` : name;
}
