import { type ReplayedEngine, departing } from '../replayed-engine';

/** What Chromium lacked before it had tracks, transceivers and transports. */
export const beforeTracks = ['getSenders', 'getReceivers', 'getTransceivers', 'addTrack', 'removeTrack', 'addTransceiver', 'ontrack']
  .concat(['connectionState', 'onconnectionstatechange', 'sctp', 'getConfiguration', 'setConfiguration', 'restartIce', 'canTrickleIceCandidates'])
  .concat(['currentLocalDescription', 'pendingLocalDescription', 'currentRemoteDescription', 'pendingRemoteDescription'])
  .map((member) => `RTCPeerConnection.${member}`)
  .concat(['RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'RTCRtpSender', 'RTCRtpReceiver', 'RTCRtpTransceiver', 'RTCDataChannelEvent'])
  .concat('HTMLCanvasElement.captureStream');

/** Prefixed, with callbacks, without `isTrusted`; the second `close()` throws. */
export const chromium45: ReplayedEngine = {
  name: 'Chromium 45',
  replays: 'chromium-45.0.2454.101.json',
  behaviour: departing({
    connection: 'webkitRTCPeerConnection',
    channel: undefined,
    lacks: beforeTracks,
    isTrusted: false,
    capturesFirst: false,
    promises: false,
    secondClose: 'InvalidStateError',
    connectionFires: ['signalingstatechange', 'iceconnectionstatechange'],
    queuedStillFire: ['open', 'message', 'close', 'addstream', 'icecandidate'],
    channelsRead: 'as before',
    unopenedEvents: undefined,
    channelOrder: 'reversed',
    closedAloneReads: 'closed',
    send: 'NetworkError',
    gatheringReads: 'complete',
  }),
};
