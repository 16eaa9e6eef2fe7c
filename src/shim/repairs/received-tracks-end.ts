import type { Repair } from '../repair';
import { reads } from '../seals';

/** Chromium 79–87 leaves received tracks live; 39 ends them from inside `close()`. */
export const receivedTracksEnd: Repair = {
  id: 'received-tracks-end',
  seals: { MediaStreamTrack: { readyState: reads('ended') } },
  silences: { MediaStreamTrack: ['ended'] },
  delivers: 'ended',
};
