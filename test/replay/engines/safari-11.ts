import { type ReplayedEngine, departing } from '../replayed-engine';

/** What Safari lacked before 15.4, by MDN's data. */
export const beforeTransports = ['RTCPeerConnection.sctp', 'RTCPeerConnection.canTrickleIceCandidates', 'RTCSctpTransport', 'RTCDtlsTransport']
  .concat(['RTCRtpSender.transport', 'RTCRtpReceiver.transport', 'RTCDataChannel.onclosing']);

/**
 * Probably Safari 11 to 12, by WebKit's source of March 2017: `close()` stops the senders and leaves transceivers and receivers as they are,
 * lists them all, refuses no `addTransceiver()`, and fires `connectionstatechange` itself.
 */
export const safari11: ReplayedEngine = {
  name: 'Safari 11',
  replays: 'https://github.com/WebKit/WebKit/blob/00b5256c228847d1d72f5c55bc3a65259879283b/Source/WebCore/Modules/mediastream/RTCPeerConnection.cpp',
  behaviour: departing({
    lacks: [...beforeTransports, 'RTCRtpTransceiver.currentDirection', 'RTCRtpSender.dtmf', 'RTCRtpSender.setStreams', 'RTCPeerConnection.restartIce'],
    // WebKit has them first since September 2018: https://github.com/whatwg/dom/issues/685
    capturesFirst: false,
    connectionFiresInside: ['connectionstatechange'],
    // Not known: nothing in the source takes back what a task was queued for.
    queuedStillFire: ['open', 'message', 'bufferedamountlow', 'unmute', 'track', 'icecandidate'],
    // The state follows in a task that the engine's other thread asks for. Not known is whether `close` fires then: here it does not, in Safari 12.1 it does.
    channelsRead: 'as before',
    channelEvents: [],
    unopenedEvents: [],
    send: undefined,
    // https://github.com/WebKit/WebKit/blob/fd5ee0986107c0c0236f63ed46f816431f800178/Source/WebCore/Modules/mediastream/RTCDataChannel.cpp (before 15.4)
    closedAloneReads: 'closed',
    // https://github.com/WebKit/WebKit/blob/116e719fe019c5a59253fdaf1953466c02a6701a/LayoutTests/imported/w3c/web-platform-tests/webrtc/RTCDataChannel-close-expected.txt
    peerCloseEvents: ['close'],
    tracksEnd: 'never',
    transceivers: { stopped: 'as before', direction: 'as before' },
    listed: ['senders', 'receivers', 'transceivers'],
    // The backend is gone, and with it what it had: `pendingLocalDescription` and its like read null, where they do not crash.
    forgets: ['descriptions', 'sender.track'],
    statsHang: true,
    calls: {
      'addTransceiver()': 'returns',
      // A transceiver knows nothing of its connection: https://github.com/WebKit/WebKit/blob/0c8a1f31b2b2142e9306c3d1db647923675cb16a/Source/WebCore/Modules/mediastream/RTCRtpTransceiver.cpp
      'transceiver.stop()': 'returns',
      'transceiver.direction =': 'returns',
      'setLocalDescription() of nothing': 'rejects TypeError',
    },
  }),
  breaks: [
    'channels-read-closed',
    'transceivers-read-stopped',
    'senders-are-stopped',
    'descriptions-stay-readable',
    'nothing-fires-inside-close',
    'channels-fire-close-once',
    'channels-fire-nothing-else',
    'received-tracks-end',
    'received-tracks-fire-nothing-else',
    'connection-fires-nothing',
    'send-is-refused',
    'calls-are-refused',
    'stats-stay-available',
  ],
};
