import { keeps } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** No measured engine empties the list that had one; kept for those that are not known. */
repair({
  id: 'transceivers-stay-listed',
  RTCPeerConnection: { getTransceivers: keeps },
});
