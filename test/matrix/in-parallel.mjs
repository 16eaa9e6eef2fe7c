/**
 * Does `work` for each item, `atOnce` of them side by side, in order.
 * @template T
 * @param {readonly T[]} items
 * @param {number} atOnce
 * @param {(item: T) => Promise<void>} work must not reject
 * @returns {Promise<void>}
 */
export async function inParallel(items, atOnce, work) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
