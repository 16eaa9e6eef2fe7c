import type { Repair } from '../repair';

/** Chromium below 56 and Firefox below 44 have the constructor under a prefixed name only. */
export const unprefixedConstructor: Repair = {
  id: 'unprefixed-constructor',
  live(realm, patches) {
    if (!realm.global.RTCPeerConnection) patches.name(realm.global, 'RTCPeerConnection', realm.Connection);
  },
};
