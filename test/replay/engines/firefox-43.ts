import { type ReplayedEngine, departing } from '../replayed-engine';
import { firefox153 } from './firefox-153';

/** The last prefixed Firefox, between two measured ones: it has promises and senders, and no transceivers and transports yet. */
export const firefox43: ReplayedEngine = {
  name: 'Firefox 43',
  replays: 'https://developer.mozilla.org/docs/Web/API/RTCPeerConnection#browser_compatibility',
  behaviour: departing({
    ...firefox153.behaviour,
    connection: 'mozRTCPeerConnection',
    channel: 'DataChannel',
    capturesFirst: false,
    lacks: ['getTransceivers', 'addTransceiver', 'connectionState', 'sctp', 'restartIce', 'setConfiguration']
      .map((member) => `RTCPeerConnection.${member}`)
      .concat(['RTCRtpTransceiver', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'RTCRtpSender.transport', 'RTCRtpReceiver.transport']),
    statsReject: 'InvalidStateError',
  }),
  breaks: [
    'unprefixed-constructor',
    'channels-read-closed',
    'descriptions-stay-readable',
    'remote-side-stays-readable',
    'channels-fire-close-once',
    'channels-fire-nothing-else',
    'send-is-refused',
    'stats-stay-available',
  ],
};
