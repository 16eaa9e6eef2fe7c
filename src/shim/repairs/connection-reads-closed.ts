import { repair } from '../repair';

/** Chromium below 73 goes on reading the last `iceConnectionState`; Firefox 153 may, where ICE began to check as `close()` came. */
repair({
  id: 'connection-reads-closed',
  RTCPeerConnection: { signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' },
});
