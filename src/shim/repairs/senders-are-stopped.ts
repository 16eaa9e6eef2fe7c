import { empties } from '../fates';
import type { Repair } from '../repair';

/** Chromium goes on listing senders and receivers. A held sender keeps its track in every engine measured. */
export const sendersAreStopped: Repair = {
  id: 'senders-are-stopped',
  RTCPeerConnection: { getSenders: empties, getReceivers: empties },
};
