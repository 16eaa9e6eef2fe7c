import { Census } from './census.mjs';
import { collect } from './collect.mjs';
import { heapBytes } from './heap.mjs';
import { connectedPair } from './pair.mjs';
import { silentTrack } from './silent-track.mjs';

// Engines allow a few hundred at a time, closed ones that are not collected yet included.
const TURN = 100;
const HEAP_READINGS = 20;

/**
 * Creates and closes `n` connections with all that a page puts on them.
 * @param {number} n
 * @param {import('./main.mjs').Tell} tell
 * @returns {Promise<import('./main.mjs').Part>}
 */
export async function connections(n, tell) {
  const census = new Census();
  const track = silentTrack();
  /** @type {import('./main.mjs').HeapReading[]} */
  const heap = [];
  let next = Math.min(TURN * 2, n / 4);
  for (let done = 0; done < n; ) {
    const turn = Math.min(TURN, n - done);
    await oneTurn(turn, track, census);
    done += turn;
    if (done >= next) {
      next += Math.max(TURN, n / HEAP_READINGS);
      const bytes = await heapBytes();
      if (bytes !== undefined) heap.push({ after: done, bytes });
    }
    tell(`${done} connections`);
  }
  const { counts, settled, ms } = await census.settle();
  return { n, stages: [{ name: 'all closed', counts, settled, ms }], heap };
}

/**
 * @param {number} size
 * @param {MediaStreamTrack} track
 * @param {Census} census
 */
async function oneTurn(size, track, census) {
  const pairs = Math.round(size / 50);
  census.note('sentinel', new EventTarget());
  lonely(size - 2 * pairs, track, census);
  for (let i = 0; i < pairs; i++) await pairThatCloses(track, census, i % 2 === 0);
  await collect();
}

/**
 * Not async: an async function's frame would keep the last of them alive.
 * @param {number} size
 * @param {MediaStreamTrack} track
 * @param {Census} census
 */
function lonely(size, track, census) {
  const made = Array.from({ length: size }, (_, i) => oneConnection(track, census, i % 10 === 0));
  for (const connection of made) connection.close();
}

/**
 * @param {MediaStreamTrack} track
 * @param {Census} census
 * @param {boolean} withMedia
 */
function oneConnection(track, census, withMedia) {
  const connection = census.note('connection', new RTCPeerConnection());
  const first = census.note('channel', connection.createDataChannel('first'));
  const second = census.note('channel', connection.createDataChannel('second'));
  // The ways in which a page's listeners hold what they listen to.
  first.onclose = () => void [first, connection];
  second.addEventListener('message', () => void [second, connection]);
  if (withMedia) {
    const transceiver = census.note('transceiver', connection.addTransceiver(track));
    census.note('received track', transceiver.receiver.track).onended = () => void transceiver;
  }
  return connection;
}

/**
 * @param {MediaStreamTrack} track
 * @param {Census} census
 * @param {boolean} nearFirst
 */
async function pairThatCloses(track, census, nearFirst) {
  const { near, far } = await connectedPair(census, track);
  (nearFirst ? near : far).close();
  await collect();
  (nearFirst ? far : near).close();
}
