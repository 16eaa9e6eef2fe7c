import { type ReplayedEngine, departing } from '../replayed-engine';

/** Much fires inside `close()`, received tracks never end, channels fire `closing` and `error`. */
export const chromium81: ReplayedEngine = {
  name: 'Chromium 81',
  replays: 'chromium-81.0.4044.0.json',
  behaviour: departing({
    capturesFirst: false,
    takesOnceAlong: true,
    queuedStillFire: ['open', 'message', 'bufferedamountlow', 'unmute', 'track', 'addstream', 'icecandidate'],
    channelsRead: 'as before',
    channelEvents: ['closing', 'error', 'close'],
    unopenedEvents: undefined,
    channelOrder: 'reversed',
    send: 'NetworkError',
    peerCloseOrder: 'reversed',
    peerCloseReads: 'closed',
    peerErrorDetail: 'NONE',
    transportsTellFirst: true,
    tracksEnd: 'never',
    tracksFireInside: ['mute'],
    transportsFireInside: ['dtls', 'sctp'],
    transceivers: { direction: 'as before', currentDirection: null },
    listed: ['senders', 'receivers', 'transceivers'],
    calls: { 'addIceCandidate() of nothing': 'rejects TypeError', 'setLocalDescription() of nothing': 'never settles' },
  }),
};
