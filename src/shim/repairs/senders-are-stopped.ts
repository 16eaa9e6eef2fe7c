import { empties, keeps } from '../fates';
import { repair } from '../repair';

/** Chromium goes on listing senders and receivers, and ends a pending `replaceTrack()` on what is closed. */
repair({
  id: 'senders-are-stopped',
  RTCPeerConnection: { getSenders: empties, getReceivers: empties },
  RTCRtpSender: { track: keeps },
});
