import { type ReplayedEngine, departing } from '../replayed-engine';

/** Forgets the peer and each `mid`; the SCTP transport fires inside `close()`. */
export const chromium156: ReplayedEngine = {
  name: 'Chromium 156',
  replays: 'chromium-156.0.8078.108.json',
  behaviour: departing({
    queuedStillFire: ['open', 'message', 'bufferedamountlow', 'unmute'],
    channelsRead: 'as before',
    channelEvents: ['closing', 'close'],
    channelOrder: 'reversed',
    send: undefined,
    transportsFireInside: ['sctp'],
    sctpAppears: true,
    transceivers: { mid: null },
    listed: ['senders', 'receivers', 'transceivers'],
    forgets: ['canTrickleIceCandidates', 'getRemoteStreams'],
  }),
};
