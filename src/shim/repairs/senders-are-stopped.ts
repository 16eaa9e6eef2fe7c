import type { Repair } from '../repair';
import { empties, keeps } from '../seals';

/** Chromium goes on listing senders and receivers. */
export const sendersAreStopped: Repair = {
  id: 'senders-are-stopped',
  seals: {
    RTCPeerConnection: { getSenders: empties, getReceivers: empties },
    RTCRtpSender: { track: keeps },
  },
};
