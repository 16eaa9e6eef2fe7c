import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserVersion } from './browser-version.mjs';
import { shippedChromium } from './shipped-chromium.mjs';

const PACKAGE = '@sparticuz/chromium';

/**
 * The Chromium inside an npm package of the project's, ready to run, or why it isn't; it needs nothing of the system but glibc.
 * @returns {Promise<import('./name-browsers.mjs').Unnamed | import('./find-browsers.mjs').Missing>}
 */
export async function npmChromium() {
  const missing = (/** @type {string} */ reason, /** @type {string} */ install) => ({ name: 'chromium-npm', reason, install });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return missing(`${PACKAGE} holds a program for Linux on x86-64, and this is ${process.platform} on ${process.arch}`, 'npx playwright install chromium');
  }
  const folder = packageFolder();
  if (!folder) return missing(`${PACKAGE} is not in node_modules`, 'npm ci');
  try {
    const { executablePath, env } = await shippedChromium(folder);
    const version = await browserVersion('chromium', executablePath, env);
    return { brand: 'chromium', engine: 'chromium', version, executablePath, env, source: 'npm' };
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error), 'npm ci; RTC_CLOSE_SHIM_CACHE names another folder to unpack it into');
  }
}

/** The package exports neither its files nor its package.json, so it is looked for the way Node does. */
function packageFolder() {
  const folders = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [];
  return folders.map((folder) => join(folder, PACKAGE)).find((folder) => existsSync(join(folder, 'package.json')));
}
