import type { Repair } from '../repair';

/** Chromium 73–102 fires `mute` from inside `close()`. */
export const receivedTracksFireNothingElse: Repair = { id: 'received-tracks-fire-nothing-else', silences: ['MediaStreamTrack'] };
