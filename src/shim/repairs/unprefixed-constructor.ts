import { oldEngines } from '../../build-flags';
import type { PatchedRealm } from '../patches/patched-realm';
import { repair } from '../repair';

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
repair({
  id: 'unprefixed-constructor',
  inLife: oldEngines ? nameShort : undefined,
});

function nameShort({ global, Connection, addName }: PatchedRealm): void {
  const name = (short: string, value: unknown) => {
    if (!global[short] && value) addName(global, short, value);
  };
  name('RTCPeerConnection', Connection);
  // Who finds the one under its name looks for these, too (webrtc-adapter).
  name('RTCSessionDescription', global.mozRTCSessionDescription);
  name('RTCIceCandidate', global.mozRTCIceCandidate);
}
