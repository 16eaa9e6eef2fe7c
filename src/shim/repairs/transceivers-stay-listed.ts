import type { Repair } from '../repair';
import { keeps } from '../seals';

/** No measured engine empties the list that had one; kept for those that are not known. */
export const transceiversStayListed: Repair = {
  id: 'transceivers-stay-listed',
  seals: { RTCPeerConnection: { getTransceivers: keeps } },
};
