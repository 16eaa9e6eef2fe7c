import { empties, keeps } from '../closed-objects/closed-members';
import { repair } from '../repair';

/** Chromium goes on listing senders and receivers; by its source, Safari up to 26 forgets what was sent. */
repair({
  id: 'senders-are-stopped',
  RTCPeerConnection: { getSenders: empties, getReceivers: empties },
  RTCRtpSender: { track: keeps },
});
