import { type ReplayedEngine, departing } from '../replayed-engine';

/** Has no data channels; what else its `close()` does is not known. */
export const edgehtml18: ReplayedEngine = {
  name: 'EdgeHTML 18',
  replays: 'https://developer.mozilla.org/docs/Web/API/RTCPeerConnection/createDataChannel',
  behaviour: departing({
    channel: undefined,
    lacks: ['RTCPeerConnection.createDataChannel', 'RTCPeerConnection.ondatachannel', 'RTCPeerConnection.sctp', 'RTCSctpTransport', 'RTCDataChannelEvent'],
  }),
};
