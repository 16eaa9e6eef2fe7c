import { oldEngines } from '../../build-flags';
import { repair } from '../repair';

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
repair({
  id: 'unprefixed-constructor',
  live({ global, Connection }, patches) {
    const name = (short: string, value: unknown) => {
      if (!global[short] && value) patches.addName(global, short, value);
    };
    name('RTCPeerConnection', Connection);
    if (!oldEngines) return;
    // Who finds the one under its name looks for these, too (webrtc-adapter).
    name('RTCSessionDescription', global.mozRTCSessionDescription);
    name('RTCIceCandidate', global.mozRTCIceCandidate);
  },
});
