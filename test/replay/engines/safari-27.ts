import { type ReplayedEngine, departing } from '../replayed-engine';

/** Safari 27, probably the first release that has both https://commits.webkit.org/307702@main and https://commits.webkit.org/309123@main (see `safaris.ts`). */
export const safari27: ReplayedEngine = {
  name: 'Safari 27',
  replays: 'https://commits.webkit.org/309123@main',
  behaviour: departing({
    // `connectionstatechange`, and what tells of a channel or a track, is queued and not looked at again:
    // https://github.com/WebKit/WebKit/blob/06dcb620a8a96ca6674eb2914d92e35c630d85b2/Source/WebCore/Modules/mediastream/RTCPeerConnection.cpp (`scheduleEvent`)
    // https://github.com/WebKit/WebKit/blob/06dcb620a8a96ca6674eb2914d92e35c630d85b2/Source/WebCore/Modules/mediastream/RTCDataChannel.cpp
    // Not known of tracks.
    queuedStillFire: ['connectionstatechange', 'open', 'message', 'bufferedamountlow', 'unmute'],
    // Each channel turns closed and fires in a task of its own: https://commits.webkit.org/304859@main
    channelsRead: 'as before',
    // Until then it takes what is sent, and only the console says that nothing came of it (RTCDataChannel.cpp, as above).
    send: undefined,
    // By the peer's close they are told in this order: https://github.com/WebKit/WebKit/blob/0a0a3838e5fab36b579df26620237bb62ed6d950/Source/WebCore/Modules/mediastream/libwebrtc/LibWebRTCDataChannelHandler.cpp
    peerCloseEvents: ['closing', 'error', 'close'],
    // `close()` closes the DTLS transports alone (https://commits.webkit.org/252948@main). The SCTP transport follows by a task, with its event:
    // https://github.com/WebKit/WebKit/blob/1f0d63a3ca068b79f7ee473dc24777064627e3e7/LayoutTests/imported/w3c/web-platform-tests/webrtc/RTCSctpTransport-events-expected.txt
    // The ICE transport has its event also of a closed connection, where the engine tells of it, which is not known:
    // https://github.com/WebKit/WebKit/blob/0692fae10c8e53deba214fd080a35f7c54bd6985/Source/WebCore/Modules/mediastream/RTCIceTransport.cpp
    transportsTurnLater: ['sctp', 'ice'],
    // `isClosed()` reads null (RTCPeerConnection.cpp, as above).
    forgets: ['canTrickleIceCandidates'],
    lacks: ['RTCPeerConnection.getLocalStreams', 'RTCPeerConnection.getRemoteStreams'],
    // Whether the transceiver itself is stopped is all that is asked, and `close()` stops what is below it:
    // https://github.com/WebKit/WebKit/commit/376821219197a063e788da5bcae1060049295f60
    calls: { 'transceiver.direction =': 'returns' },
  }),
  breaks: [
    'channels-read-closed',
    'transports-read-closed',
    'remote-side-stays-readable',
    'channels-fire-nothing-else',
    'received-tracks-fire-nothing-else',
    'connection-fires-nothing',
    'sctp-transport-fires-nothing',
    'transports-fire-nothing',
    'send-is-refused',
    'calls-are-refused',
  ],
};
