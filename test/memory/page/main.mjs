import { connections } from './connections.mjs';
import { droppedChannels } from './dropped-channels.mjs';
import { frames } from './frames.mjs';
import { installs } from './installs.mjs';

/**
 * @typedef {(step: string) => void} Tell
 * @typedef {{ after: number, bytes: number }} HeapReading
 * @typedef {{ name: string } & import('./census.mjs').Settled} Stage what is alive when nothing more is collected
 *
 * @typedef {object} Part
 * @property {number} n
 * @property {Stage[]} stages
 * @property {HeapReading[]} heap
 * @property {HeapReading[]} [control] of a loop without the shim
 * @property {boolean} [isNative] whether `close` is the engine's again
 *
 * @typedef {object} PageReport
 * @property {string} userAgent
 * @property {'whole' | 'script' | 'none'} heapIs what `heap` measures: with the DOM's objects, or JavaScript's alone
 * @property {{ connections: Part, droppedChannels: Part, installs: Part, frames: Part }} parts
 */

const page = /** @type {Window & { report(json: unknown): void, progress(json: unknown): void }} */ (/** @type {unknown} */ (window));

/** @param {URLSearchParams} query */
async function measure(query) {
  const size = (/** @type {string} */ name) => Number(query.get(name));
  const tell = (/** @type {string} */ step) => page.progress({ step });
  return {
    userAgent: navigator.userAgent,
    heapIs: 'memory' in performance ? (crossOriginIsolated ? 'whole' : 'script') : 'none',
    parts: {
      connections: await connections(size('connections'), tell),
      droppedChannels: await droppedChannels(size('channels'), tell),
      frames: await frames(size('frames'), tell),
      installs: await installs(size('installs'), tell),
    },
  };
}

measure(new URLSearchParams(location.search)).then(page.report, (error) => page.report({ error: `${error}\n${error.stack}` }));
