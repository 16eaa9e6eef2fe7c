/**
 * @typedef {object} CollectableWindow what `collectable()` puts into a page
 * @property {(options: object) => Promise<void>} [gc] Chromium: `--js-flags=--expose-gc`
 * @property {{ gc(): Promise<void> }} [TestUtils] Firefox: `dom.testing.testutils.enabled`
 */

const { gc, TestUtils } = /** @type {CollectableWindow} */ (/** @type {unknown} */ (window));

/**
 * Lets the engine collect all that is garbage, cycles through the DOM included, with nothing of the page on the stack.
 * @returns {Promise<void>}
 */
export async function collect() {
  // What is on its way in tasks (a close, an event) holds its objects until then.
  await pause(20);
  if (gc) await gc({ type: 'major', execution: 'async' });
  else if (TestUtils) await TestUtils.gc();
  else throw new Error('this browser gives the page no way to collect garbage');
}

/**
 * @param {number} ms
 * @returns {Promise<void>}
 */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
