import type { Repair } from '../repair';

const closed = { state: 'closed' };

/** Firefox leaves the SCTP transport "connected" for ever. */
export const transportsReadClosed: Repair = {
  id: 'transports-read-closed',
  RTCSctpTransport: closed,
  RTCDtlsTransport: closed,
  RTCIceTransport: closed,
};
