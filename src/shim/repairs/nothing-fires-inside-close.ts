import type { Repair } from '../repair';

/** Chromium 73–102 fires `mute` on received tracks from inside `close()`. Its other calls from there have clauses of their own. */
export const nothingFiresInsideClose: Repair = {
  id: 'nothing-fires-inside-close',
  silences: { MediaStreamTrack: ['mute'] },
};
