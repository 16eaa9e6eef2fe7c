import { type ReplayedEngine, departing } from '../replayed-engine';
import { safari26 } from './safari-26';

/**
 * Probably Safari 16.4 to 26.3: "closing the peer connection backend is severing the state updates of the data channel backend", so that local channels
 * stay open and fire nothing (https://commits.webkit.org/304859@main, which mends it). Since when it is so is not known.
 */
export const safari16: ReplayedEngine = {
  name: 'Safari 16.4',
  replays: 'https://github.com/WebKit/WebKit/blob/06dcb620a8a96ca6674eb2914d92e35c630d85b2/Source/WebCore/Modules/mediastream/RTCPeerConnection.cpp',
  behaviour: departing({
    ...safari26.behaviour,
    channelEvents: undefined,
    unopenedEvents: undefined,
    // The engine's "stopped" is told as "inactive": https://github.com/WebKit/WebKit/blob/0692fae10c8e53deba214fd080a35f7c54bd6985/Source/WebCore/Modules/mediastream/libwebrtc/LibWebRTCUtils.cpp
    transceivers: { direction: 'inactive', currentDirection: 'inactive' },
  }),
  breaks: [
    'channels-read-closed',
    'transports-read-closed',
    'transceivers-read-stopped',
    'senders-are-stopped',
    'remote-side-stays-readable',
    'channels-fire-close-once',
    'channels-fire-nothing-else',
    'received-tracks-fire-nothing-else',
    'connection-fires-nothing',
    'sctp-transport-fires-nothing',
    'transports-fire-nothing',
    'send-is-refused',
    'calls-are-refused',
  ],
};
