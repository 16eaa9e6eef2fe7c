import type { Repair } from '../repair';
import { reads } from '../seals';

const closed = { state: reads('closed') };

/** Firefox leaves the SCTP transport "connected" for ever. */
export const transportsReadClosed: Repair = {
  id: 'transports-read-closed',
  seals: { RTCSctpTransport: closed, RTCDtlsTransport: closed, RTCIceTransport: closed },
};
