import { beforeTracks } from './chromium-45';
import { type ReplayedEngine, departing } from '../replayed-engine';

/** Prefixed, with the interface `DataChannel`; channels never fire `close`, refusals are plain errors, one handler is called with a string. */
export const firefox33: ReplayedEngine = {
  name: 'Firefox 33',
  replays: 'firefox-33.1.1.json',
  behaviour: departing({
    connection: 'mozRTCPeerConnection',
    channel: 'DataChannel',
    lacks: [...beforeTracks.filter((name) => name !== 'RTCDataChannelEvent'), 'RTCIceCandidate', 'MessageChannel', 'DOMException.constructor', 'AudioContext.close', 'MediaStreamTrack.addEventListener', 'MediaStreamTrack.readyState', 'RTCPeerConnection.connectionState'],
    capturesFirst: false,
    promises: false,
    callsHandlers: true,
    connectionFires: ['signalingstatechange'],
    connectionFiresInside: ['iceconnectionstatechange'],
    queuedStillFire: ['message', 'addstream'],
    channelsRead: 'closing',
    channelEvents: [],
    unopenedEvents: [],
    send: undefined,
    descriptionsThrow: 'Error',
    refusal: 'Error',
    statsReject: 'Error',
  }),
};
