import { type ReplayedEngine, departing } from '../replayed-engine';
import { beforeTracks } from './chromium-45';
import { chromium64 } from './chromium-64';

/** The last prefixed Chromium, between two measured ones: it has the promises of 64, and the second `close()` throws as in 45. */
export const chromium55: ReplayedEngine = {
  name: 'Chromium 55',
  replays: 'https://developer.mozilla.org/docs/Web/API/RTCPeerConnection#browser_compatibility',
  behaviour: departing({
    ...chromium64.behaviour,
    connection: 'webkitRTCPeerConnection',
    channel: undefined,
    lacks: beforeTracks,
    secondClose: 'InvalidStateError',
  }),
  breaks: [
    'unprefixed-constructor',
    'close-twice-is-quiet',
    'connection-reads-closed',
    'channels-read-closed',
    'gathering-state-stays',
    'channels-fire-close-once',
    'channels-fire-nothing-else',
    'connection-fires-nothing',
    'send-is-refused',
    'calls-are-refused',
  ],
};
