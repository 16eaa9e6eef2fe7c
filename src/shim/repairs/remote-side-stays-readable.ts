import { keeps, keepsStreams } from '../fates';
import type { Repair } from '../repair';

/** Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: keeps, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
};
