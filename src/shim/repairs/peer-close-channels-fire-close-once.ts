import type { Repair } from '../repair';

/** Chromium 76 to 80 does not; Firefox, and Chromium 81 to 84, have another order. */
export const peerCloseChannelsFireCloseOnce: Repair = { id: 'peer-close-channels-fire-close-once', peer: 'close' };
