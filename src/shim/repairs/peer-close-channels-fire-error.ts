import { repair } from '../repair';

/** Firefox fires none; Chromium 81 to 84 without an errorDetail. */
repair({ id: 'peer-close-channels-fire-error', peer: 'error' });
