import type { Repair } from '../repair';

/** Chromium below 85 fires `signalingstatechange`, below 80 `iceconnectionstatechange`. */
export const connectionFiresNothing: Repair = {
  id: 'connection-fires-nothing',
  silences: {
    RTCPeerConnection: [
      'signalingstatechange',
      'iceconnectionstatechange',
      'connectionstatechange',
      'icegatheringstatechange',
      'negotiationneeded',
      'icecandidate',
      'icecandidateerror',
      'track',
      'datachannel',
      'addstream',
      'removestream',
    ],
  },
};
