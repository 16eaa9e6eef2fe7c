import { keeps, keepsStreams } from '../fates';
import type { Repair } from '../repair';

/** Chromium forgets both, Firefox throws from the legacy stream getter. */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: keeps, getRemoteStreams: keepsStreams },
};
