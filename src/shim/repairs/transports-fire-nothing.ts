import type { Repair } from '../repair';

/** Chromium up to 153, and Firefox 115, fire `statechange` on DTLS transports from inside `close()`. */
export const transportsFireNothing: Repair = { id: 'transports-fire-nothing', silences: ['RTCDtlsTransport', 'RTCIceTransport'] };
