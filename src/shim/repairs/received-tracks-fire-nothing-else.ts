import { repair } from '../repair';

/** Chromium 73–102 fires `mute` from inside `close()`. */
repair({ id: 'received-tracks-fire-nothing-else', suppresses: ['MediaStreamTrack'] });
