import { type ReplayedEngine, departing } from '../replayed-engine';
import { beforeTransports, safari11 } from './safari-11';

/**
 * Probably Safari 12.1 to 15.3, by WebKit's source of late 2018: transceivers and receivers are stopped, too. The engine's connection goes in a task
 * after `close()` and the descriptions with it (here at once, which is worse); what the channels fire comes from it.
 */
export const safari12: ReplayedEngine = {
  name: 'Safari 12.1',
  replays: 'https://github.com/WebKit/WebKit/blob/0354178bf2de9741b485a058b0b4b5827b35f99e/Source/WebCore/Modules/mediastream/libwebrtc/LibWebRTCMediaEndpoint.cpp',
  behaviour: departing({
    ...safari11.behaviour,
    lacks: [...beforeTransports, 'RTCRtpSender.dtmf', 'RTCRtpSender.setStreams', 'RTCPeerConnection.restartIce', 'RTCPeerConnection.getLocalStreams', 'RTCPeerConnection.getRemoteStreams'],
    // https://github.com/web-platform-tests/wpt/pull/20423
    capturesFirst: true,
    // https://github.com/WebKit/WebKit/blob/1f0d63a3ca068b79f7ee473dc24777064627e3e7/LayoutTests/imported/w3c/web-platform-tests/webrtc/RTCPeerConnection-connectionState.https-expected.txt
    connectionFiresInside: [],
    // Not known, see Safari 11.
    channelEvents: ['close'],
    unopenedEvents: ['close'],
    // https://github.com/WebKit/WebKit/blob/0354178bf2de9741b485a058b0b4b5827b35f99e/Source/WebCore/Modules/mediastream/RTCRtpReceiver.cpp
    tracksEnd: 'later',
    // Only what leads to media is told to stop: https://github.com/WebKit/WebKit/blob/0c8a1f31b2b2142e9306c3d1db647923675cb16a/Source/WebCore/Modules/mediastream/RTCRtpTransceiver.cpp
    transceivers: { direction: 'as before', currentDirection: null },
    calls: {
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
    'channels-fire-nothing-else',
    'received-tracks-fire-nothing-else',
    'connection-fires-nothing',
    'send-is-refused',
    'calls-are-refused',
    'stats-stay-available',
  ],
};
