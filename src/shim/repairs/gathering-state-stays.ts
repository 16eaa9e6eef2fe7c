import { keeps } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** Chromium below 85 goes on to "complete" when the end of gathering was already on its way. */
repair({
  id: 'gathering-state-stays',
  RTCPeerConnection: { iceGatheringState: keeps },
});
