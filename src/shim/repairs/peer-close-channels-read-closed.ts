import { repair } from '../repair';

/** Chromium 76 to 80 leaves them open for ever. */
repair({ id: 'peer-close-channels-read-closed', peer: 'reads' });
