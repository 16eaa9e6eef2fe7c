/**
 * @typedef {import('./find-browsers.mjs').Browser} Browser
 * @typedef {Omit<Browser, 'name'> & { brand: string }} Unnamed
 */

/**
 * Gives each browser a short name that can be typed, `chromium-156`; where two would share one, the later also has its source or a number.
 * @param {Unnamed[]} browsers
 * @returns {Browser[]}
 */
export function nameBrowsers(browsers) {
  /** @type {Set<string>} */
  const taken = new Set();
  return browsers.map(({ brand, ...browser }) => {
    const plain = `${brand}-${browser.version.split('.')[0]}`;
    const name = [plain, `${plain}-${browser.source}`, ...browsers.map((_, i) => `${plain}-${browser.source}-${i + 2}`)].find((free) => !taken.has(free)) ?? plain;
    taken.add(name);
    return { name, ...browser };
  });
}
