import type { Repair } from '../repair';

/** Chromium fires `statechange` from inside `close()`. */
export const sctpTransportFiresNothing: Repair = { id: 'sctp-transport-fires-nothing', silences: ['RTCSctpTransport'] };
