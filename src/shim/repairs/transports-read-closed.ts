import { repair } from '../repair';

const closed = { state: 'closed' };

/** Firefox leaves the SCTP transport "connected" for ever. */
repair({
  id: 'transports-read-closed',
  RTCSctpTransport: closed,
  RTCDtlsTransport: closed,
  RTCIceTransport: closed,
});
