import { repair } from '../repair';

/** Chromium 76 to 80 does not; 81 to 83 read "closed" in it; 138 and 156 leave it out on some. */
repair({ id: 'peer-close-channels-fire-closing', peer: 'closing' });
