import type { Repair } from '../repair';

/** Chromium 76 to 80 leaves them open for ever. */
export const peerCloseChannelsReadClosed: Repair = { id: 'peer-close-channels-read-closed', peer: 'reads' };
