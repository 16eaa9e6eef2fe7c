import { type ReplayedEngine, departing } from '../replayed-engine';

/** Only a transport tells that the peer has closed. */
export const silentPeer: ReplayedEngine = {
  name: 'an engine that leaves channels open when the peer has closed',
  replays: 'chromium-76.0.3803.0.json in that alone',
  behaviour: departing({ peerCloseEvents: [], transportsTellFirst: true }),
  breaks: ['peer-close-channels-read-closed', 'peer-close-channels-fire-closing', 'peer-close-channels-fire-error', 'peer-close-channels-fire-close-once'],
};
