import { empties, keeps } from '../fates';
import type { Repair } from '../repair';

/** Chromium goes on listing senders and receivers, and ends a pending `replaceTrack()` on what is closed. */
export const sendersAreStopped: Repair = {
  id: 'senders-are-stopped',
  RTCPeerConnection: { getSenders: empties, getReceivers: empties },
  RTCRtpSender: { track: keeps },
};
