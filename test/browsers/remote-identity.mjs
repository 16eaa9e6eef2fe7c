/** @typedef {{ engine: import('./find-browsers.mjs').Engine | 'safari', version: string }} Identity */

// Browsers whose own version is their engine's; Edge, Opera and others count for themselves.
const NAMESAKES = new Set(['chrome', 'chromium', 'chrome-headless-shell', 'firefox', 'safari']);

/** User-agent patterns in the order in which they decide; the group is the version. */
const PATTERNS = /** @type {[RegExp, Identity['engine'] | undefined][]} */ ([
  // These name engines that they are not.
  [/Edge\/|Trident\//, undefined],
  [/Chrom(?:e|ium)\/([\d.]+)/, 'chromium'],
  [/Firefox\/([\d.]+)/, 'firefox'],
  [/^(?!.*(?:Cri|Fxi|Edgi)OS).*Version\/([\d.]+).* Safari\//, 'safari'],
]);

/**
 * The engine of a remote browser and its version: all of it where the session knows the engine's own, else what the user agent tells, which may end in zeros.
 * @param {{ browserName: string, browserVersion: string }} session as its capabilities have it
 * @param {string} userAgent
 * @returns {Identity}
 * @throws when that is no engine of the matrix
 */
export function remoteIdentity({ browserName, browserVersion }, userAgent) {
  const [pattern, engine] = PATTERNS.find(([one]) => one.test(userAgent)) ?? [];
  const told = pattern?.exec(userAgent)?.[1];
  if (!engine || !told) throw new Error(`its engine is none that is measured: ${browserName} ${browserVersion} (${userAgent})`);
  const isOwn = NAMESAKES.has(browserName.toLowerCase()) && browserVersion.split('.')[0] === told.split('.')[0];
  return { engine, version: isOwn ? browserVersion : told };
}
