import type { Repair } from '../repair';

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
export const unprefixedConstructor: Repair = {
  id: 'unprefixed-constructor',
  live(realm, patches) {
    const { global, Connection } = realm;
    const name = (short: string, value: unknown) => {
      if (!global[short] && value) patches.name(global, short, value);
    };
    name('RTCPeerConnection', Connection);
    // Who finds the one under its name looks for these, too (webrtc-adapter).
    name('RTCSessionDescription', global.mozRTCSessionDescription);
    name('RTCIceCandidate', global.mozRTCIceCandidate);
  },
};
