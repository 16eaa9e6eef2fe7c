import type { Repair } from '../repair';

/** Chromium below 73 goes on reading the last `iceConnectionState`. */
export const connectionReadsClosed: Repair = {
  id: 'connection-reads-closed',
  RTCPeerConnection: { signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' },
};
