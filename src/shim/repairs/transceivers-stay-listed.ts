import type { Repair } from '../repair';
import { keeps } from '../seals';

/** Chromium 70–72 empties the list. */
export const transceiversStayListed: Repair = {
  id: 'transceivers-stay-listed',
  seals: { RTCPeerConnection: { getTransceivers: keeps } },
};
