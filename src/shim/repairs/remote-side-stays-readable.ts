import type { Repair } from '../repair';
import { keeps } from '../seals';

/** Chromium forgets both, Firefox throws from the legacy stream getter. */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  seals: { RTCPeerConnection: { canTrickleIceCandidates: keeps, getRemoteStreams: keeps } },
};
