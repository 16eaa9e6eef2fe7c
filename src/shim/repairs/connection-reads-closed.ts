import type { Repair } from '../repair';
import { reads } from '../seals';

/** Chromium below 73 goes on reading the last `iceConnectionState`. */
export const connectionReadsClosed: Repair = {
  id: 'connection-reads-closed',
  seals: {
    RTCPeerConnection: {
      signalingState: reads('closed'),
      iceConnectionState: reads('closed'),
      connectionState: reads('closed'),
    },
  },
};
