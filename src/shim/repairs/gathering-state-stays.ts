import { keeps } from '../fates';
import type { Repair } from '../repair';

/** Chromium below 85 goes on to "complete" when the end of gathering was already on its way. */
export const gatheringStateStays: Repair = {
  id: 'gathering-state-stays',
  RTCPeerConnection: { iceGatheringState: keeps },
};
