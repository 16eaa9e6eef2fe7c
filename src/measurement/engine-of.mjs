/** @typedef {{ engine: 'chromium' | 'firefox' | 'safari', version: string }} Identity */

/** User-agent patterns in the order in which they decide; the group is the version. */
const PATTERNS = /** @type {[RegExp, Identity['engine'] | undefined][]} */ ([
  // These name engines that they are not.
  [/Edge\/|Trident\/|Goanna/, undefined],
  [/Chrom(?:e|ium)\/([\d.]+)/, 'chromium'],
  [/Firefox\/([\d.]+)/, 'firefox'],
  [/rv:([\d.]+)\) Gecko\//, 'firefox'],
  // Every browser of iOS is that system's WebKit; since 26 the system's number is frozen and Safari's tells.
  [/(?:iPhone|iPad|iPod).* Version\/((?:2[6-9]|[3-9]\d)[\d.]*)/, 'safari'],
  [/(?:iPhone|iPad|iPod).* OS (\d+[\d_]*)/, 'safari'],
  [/^(?!.*(?:Cri|Fxi|Edgi)OS).*Version\/([\d.]+).* Safari\//, 'safari'],
]);

/**
 * The engine that a user agent tells of, and its version, which may end in zeros.
 * @param {string} userAgent
 * @returns {Identity | undefined} undefined for engines that are not measured
 */
export function engineOf(userAgent) {
  const decides = PATTERNS.filter(([pattern]) => pattern.test(userAgent))[0];
  if (!decides || !decides[1]) return undefined;
  const found = decides[0].exec(userAgent);
  return { engine: decides[1], version: String(found && found[1]).replace(/_/g, '.') };
}
