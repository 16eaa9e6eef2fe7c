import type { Repair } from '../repair';

/** Firefox fires none; Chromium 81 to 84 without an errorDetail. */
export const peerCloseChannelsFireError: Repair = { id: 'peer-close-channels-fire-error', peer: 'error' };
