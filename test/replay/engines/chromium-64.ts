import { type ReplayedEngine, departing } from '../replayed-engine';

/** `iceConnectionState` turns a task later; a channel that never opened stays connecting for ever. */
export const chromium64: ReplayedEngine = {
  name: 'Chromium 64',
  replays: 'chromium-64.0.3264.0.json',
  behaviour: departing({
    lacks: ['RTCPeerConnection.getTransceivers', 'RTCPeerConnection.addTransceiver', 'RTCPeerConnection.connectionState', 'RTCPeerConnection.sctp', 'RTCRtpTransceiver', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'RTCRtpSender.transport', 'RTCRtpReceiver.transport', 'RTCPeerConnection.restartIce'],
    capturesFirst: false,
    takesOnceAlong: true,
    staleStates: ['iceConnectionState'],
    statesTurnAfter: 1,
    connectionFires: ['signalingstatechange', 'iceconnectionstatechange'],
    queuedStillFire: ['open', 'message', 'addstream', 'icecandidate', 'icegatheringstatechange'],
    channelsRead: 'as before',
    unopenedEvents: undefined,
    channelOrder: 'reversed',
    send: 'NetworkError',
    listed: ['receivers'],
    gatheringReads: 'complete',
    calls: { 'addIceCandidate() of nothing': 'rejects TypeError', 'setLocalDescription() of nothing': 'rejects TypeError' },
  }),
};
