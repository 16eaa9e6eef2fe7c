import { Census } from './census.mjs';
import { collect } from './collect.mjs';
import { shim } from './shim.mjs';

const TURN = 10;

/**
 * `n` iframes that come, close a connection of their own and go; half of them go in the task of the `close()`.
 * @param {number} n
 * @param {import('./main.mjs').Tell} tell
 * @returns {Promise<import('./main.mjs').Part>}
 */
export async function frames(n, tell) {
  const census = new Census();
  for (let done = 0; done < n; ) {
    for (let i = 0; i < TURN && done < n; i++, done++) {
      addFrame(census);
      if (i % 2) await collect();
      removeFrames();
    }
    await collect();
    tell(`${done} iframes`);
  }
  return { n, stages: [{ name: 'gone', ...(await census.settle()) }], heap: [] };
}

/** @param {Census} census */
function addFrame(census) {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const view = census.note('window', /** @type {Window & typeof globalThis} */ (frame.contentWindow));
  if (shim) census.note('handle', shim.install(view));
  const connection = census.note('connection', new view.RTCPeerConnection());
  const channel = census.note('channel', connection.createDataChannel('framed'));
  channel.onclose = () => void [channel, view];
  connection.close();
}

function removeFrames() {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}
