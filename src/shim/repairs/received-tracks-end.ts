import { repair } from '../repair';

/** Chromium 79–87 leaves received tracks live; 39 ends them from inside `close()`. */
repair({
  id: 'received-tracks-end',
  MediaStreamTrack: { readyState: 'ended' },
  fires: 'ended',
});
