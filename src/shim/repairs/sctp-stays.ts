import { keeps } from '../fates';
import type { Repair } from '../repair';

/** Chromium (156 too) still makes the transport when a `setLocalDescription()` was pending. */
export const sctpStays: Repair = {
  id: 'sctp-stays',
  RTCPeerConnection: { sctp: keeps },
};
