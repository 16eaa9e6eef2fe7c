/**
 * @typedef {import('../browsers/find-browsers.mjs').Engine} Engine
 *
 * @typedef {object} Scenario
 * @property {string} id
 * @property {string} words what one operation is
 * @property {Record<Engine, number>} batch operations a sample: so many that a sample takes some 2 ms where that is affordable
 */

/** @type {(chromium: number, firefox?: number) => Record<Engine, number>} */
const batch = (chromium, firefox = chromium) => ({ chromium, firefox });

/** What is measured, in the order of the table; how is in `page/scenarios.js`, and of those that want a fresh page in `page/bench.js`. */
export const SCENARIOS = /** @type {Scenario[]} */ ([
  { id: 'load', words: 'load and install (script text compiled and run)', batch: batch(1) },
  { id: 'first-close', words: 'first close() of a page, 1 live channel', batch: batch(1) },
  { id: 'construct', words: 'new RTCPeerConnection()', batch: batch(30) },
  { id: 'create-channel', words: 'createDataChannel()', batch: batch(100, 400) },
  { id: 'receive-channel', words: 'receive a datachannel event', batch: batch(100) },
  { id: 'messages', words: 'send and receive a small message', batch: batch(1000) },
  { id: 'read', words: 'read readyState', batch: batch(200_000) },
  { id: 'close-0', words: 'close(), new connection', batch: batch(30, 100) },
  { id: 'close-1', words: 'close(), 1 live channel', batch: batch(10, 40) },
  { id: 'close-10', words: 'close(), 10 live channels', batch: batch(6, 24) },
  { id: 'close-100', words: 'close(), 100 live channels', batch: batch(2, 12) },
  { id: 'close-1000', words: 'close(), 1,000 live channels', batch: batch(2, 4) },
  { id: 'close-1000-unconnected', words: 'close(), 1,000 channels (not connected)', batch: batch(1, 8) },
  { id: 'close-transceivers', words: 'close(), 20 transceivers', batch: batch(2, 4) },
  { id: 'cycle', words: 'connect two and close both', batch: batch(3) },
  // The slowest to prepare; it takes the time that the others leave.
  { id: 'close-10000-unconnected', words: 'close(), 10,000 channels (not connected)', batch: batch(1) },
]);
