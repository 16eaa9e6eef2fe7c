import { repair } from '../repair';

/** Chromium up to 153, and Firefox 115, fire `statechange` on DTLS transports from inside `close()`. */
repair({ id: 'transports-fire-nothing', suppresses: ['RTCDtlsTransport', 'RTCIceTransport'] });
