import { repair } from '../repair';

/** Chromium 76 to 80 does not; Firefox, and Chromium 81 to 84, have another order. */
repair({ id: 'peer-close-channels-fire-close-once', peer: 'close' });
