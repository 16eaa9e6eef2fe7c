import { keeps } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** Chromium (156 too) still makes the transport when a `setLocalDescription()` was pending. */
repair({
  id: 'sctp-stays',
  RTCPeerConnection: { sctp: keeps },
});
