import { type ReplayedEngine, departing } from '../replayed-engine';

/** Descriptions throw, `send()` is ignored, a pending `getStats()` never settles. */
export const firefox153: ReplayedEngine = {
  name: 'Firefox 153',
  replays: 'firefox-153.8.0esr.json',
  behaviour: departing({
    queuedStillFire: ['message'],
    channelsRead: 'as before',
    channelOrder: 'reversed',
    send: undefined,
    peerCloseEvents: ['closing', 'close'],
    peerCloseOrder: 'reversed',
    transportsTellFirst: true,
    tracksEndAfter: 0,
    tracksAreDeaf: true,
    staleTransports: ['sctp'],
    descriptionsThrow: 'InvalidStateError',
    statsHang: true,
  }),
};
