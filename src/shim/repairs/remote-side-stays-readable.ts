import { keeps, keepsStreams } from '../fates';
import type { Repair } from '../repair';

/**
 * Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. The
 * attribute is asked for, slow as that is in Chromium: while a description is on its way it knows more than `remoteDescription` says.
 */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: keeps, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
};
