import type { Repair } from '../repair';

/** Chromium 76 to 80 does not; 81 to 92 reads "closed" in it. */
export const peerCloseChannelsFireClosing: Repair = { id: 'peer-close-channels-fire-closing', peer: 'closing' };
