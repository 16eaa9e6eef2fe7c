import { Census } from './census.mjs';
import { heapBytes } from './heap.mjs';
import { shim } from './shim.mjs';

const HEAP_READINGS = 20;

/**
 * Installs and uninstalls the shim `n` times, after a control loop that makes as many plain handles. Natively only the control loop.
 * @param {number} n
 * @param {import('./main.mjs').Tell} tell
 * @returns {Promise<import('./main.mjs').Part>}
 */
export async function installs(n, tell) {
  const census = new Census();
  const heap = await loop(n, () => census.note('plain handle', { report: () => [], uninstall: () => true }), tell);
  if (!shim) return { n, stages: [{ name: 'control loop', ...(await census.settle()) }], heap };
  const { install } = shim;
  shim.uninstall();
  const shimHeap = await loop(n, () => void census.note('handle', install()).uninstall(), tell);
  const isNative = /\[native code\]/.test(Function.prototype.toString.call(RTCPeerConnection.prototype.close));
  const settled = await census.settle();
  install();
  return { n, stages: [{ name: 'installed and uninstalled', ...settled }], heap: shimHeap, control: heap, isNative };
}

/**
 * @param {number} n
 * @param {() => void} once
 * @param {import('./main.mjs').Tell} tell
 */
async function loop(n, once, tell) {
  /** @type {import('./main.mjs').HeapReading[]} */
  const heap = [];
  const turn = Math.ceil(n / HEAP_READINGS);
  for (let done = 0; done < n; done += turn) {
    for (let i = 0; i < turn; i++) once();
    const bytes = await heapBytes();
    if (bytes !== undefined) heap.push({ after: done + turn, bytes });
    tell(`${done + turn} installs`);
  }
  return heap;
}
