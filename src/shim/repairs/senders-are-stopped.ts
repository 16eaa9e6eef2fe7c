import type { Repair } from '../repair';
import { empties } from '../seals';

/** Chromium goes on listing senders and receivers. A held sender keeps its track in every engine measured. */
export const sendersAreStopped: Repair = {
  id: 'senders-are-stopped',
  seals: {
    RTCPeerConnection: { getSenders: empties, getReceivers: empties },
  },
};
