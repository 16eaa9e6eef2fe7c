import { repair } from '../repair';

/** Chromium 81–101 fires `closing` and `error`, up to 129 `closing`, up to 127 even `open`. */
repair({ id: 'channels-fire-nothing-else', suppresses: ['RTCDataChannel'] });
