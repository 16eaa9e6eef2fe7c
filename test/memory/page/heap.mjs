import { collect } from './collect.mjs';

/**
 * @typedef {object} ChromiumPerformance
 * @property {() => Promise<{ bytes: number }>} [measureUserAgentSpecificMemory]
 * @property {{ usedJSHeapSize: number }} [memory]
 */

const chromium = /** @type {ChromiumPerformance} */ (/** @type {unknown} */ (performance));

/**
 * What the page's heap holds after a collection, in bytes; nothing in engines that do not tell their pages (Firefox).
 * @returns {Promise<number | undefined>}
 */
export async function heapBytes() {
  if (!chromium.memory) return undefined;
  await collect();
  await collect();
  return (await wholeHeap()) ?? chromium.memory.usedJSHeapSize;
}

/** With what the DOM's objects hold; the headless shell of Chromium does not offer it. */
async function wholeHeap() {
  const measured = await chromium.measureUserAgentSpecificMemory?.call(performance).catch(() => undefined);
  return measured?.bytes;
}
