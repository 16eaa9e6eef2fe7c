import { Census } from './census.mjs';
import { collect, pause } from './collect.mjs';
import { connectedPair } from './pair.mjs';

// The stream numbers of closed ones are free again when both sides have agreed on it.
const TURN = 50;
const CLOSING_LIMIT_MS = 10_000;

/**
 * `n` channels that the page drops while their connection lives: closed ones of a connected pair, and open ones of a connection that never connects.
 * @param {number} n
 * @param {import('./main.mjs').Tell} tell
 * @returns {Promise<import('./main.mjs').Part>}
 */
export async function droppedChannels(n, tell) {
  const census = new Census();
  const { near, far } = await connectedPair(census);
  addReceiver(far, census);
  for (let done = 0; done < n; done += TURN) {
    await turnOfChannels(near, Math.min(TURN, n - done), census);
    await collect();
    tell(`${Math.min(n, done + TURN)} channels closed and dropped`);
  }
  const closed = await census.settle();
  const alone = new Census();
  const lonely = alone.note('connection', new RTCPeerConnection());
  for (let i = 0; i < n; i++) listened(alone.note('channel', lonely.createDataChannel(`lonely ${i}`)), i);
  tell(`${n} channels dropped`);
  const dropped = await alone.settle();
  lonely.close();
  near.close();
  far.close();
  return {
    n,
    stages: [
      { name: 'closed and dropped, connection lives', ...closed },
      { name: 'dropped, connection lives', ...dropped },
    ],
    heap: [],
  };
}

/**
 * @param {RTCPeerConnection} far
 * @param {Census} census
 */
function addReceiver(far, census) {
  let i = 0;
  far.ondatachannel = ({ channel }) => void listened(census.note('received channel', channel), i++);
}

/**
 * @param {RTCPeerConnection} connection
 * @param {number} size
 * @param {Census} census
 */
async function turnOfChannels(connection, size, census) {
  const channels = Array.from({ length: size }, (_, i) => listened(census.note('channel', connection.createDataChannel(`turn ${i}`)), i));
  await allRead(channels, 'open');
  for (const channel of channels) channel.close();
  await allRead(channels, 'closed');
  channels.length = 0;
}

/**
 * @param {RTCDataChannel[]} channels
 * @param {RTCDataChannelState} state
 */
async function allRead(channels, state) {
  const from = performance.now();
  while (!channels.every(({ readyState }) => readyState === state)) {
    if (performance.now() - from > CLOSING_LIMIT_MS) throw new Error(`channels do not get ${state}: ${channels.map(({ readyState }) => readyState)}`);
    await pause(10);
  }
}

/**
 * @param {RTCDataChannel} channel
 * @param {number} i
 */
function listened(channel, i) {
  if (i % 3 === 0) channel.onclose = () => void channel;
  if (i % 3 === 1) channel.addEventListener('message', () => void channel);
  return channel;
}
