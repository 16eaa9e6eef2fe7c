import { engineOf } from '../../src/measurement/engine-of.mjs';

/** @typedef {import('../../src/measurement/engine-of.mjs').Identity} Identity */

// Browsers whose own version is their engine's; Edge, Opera and others count for themselves.
const NAMESAKES = new Set(['chrome', 'chromium', 'chrome-headless-shell', 'firefox', 'safari']);

/**
 * The engine of a remote browser and its version: all of it where the session knows the engine's own, else what the user agent tells, which may end in zeros.
 * @param {{ browserName: string, browserVersion: string }} session as its capabilities have it
 * @param {string} userAgent
 * @returns {Identity}
 * @throws when that is no engine of the matrix
 */
export function remoteIdentity({ browserName, browserVersion }, userAgent) {
  const told = engineOf(userAgent);
  if (!told) throw new Error(`its engine is none that is measured: ${browserName} ${browserVersion} (${userAgent})`);
  const isOwn = NAMESAKES.has(browserName.toLowerCase()) && browserVersion.split('.')[0] === told.version.split('.')[0];
  return isOwn ? { ...told, version: browserVersion } : told;
}
