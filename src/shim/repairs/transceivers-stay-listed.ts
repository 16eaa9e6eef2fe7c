import { keeps } from '../fates';
import type { Repair } from '../repair';

/** No measured engine empties the list that had one; kept for those that are not known. */
export const transceiversStayListed: Repair = {
  id: 'transceivers-stay-listed',
  RTCPeerConnection: { getTransceivers: keeps },
};
