import type { Repair } from '../repair';

/** Chromium fires `statechange` on SCTP, and up to 153 on DTLS transports, from inside `close()`. */
export const transportsFireNothing: Repair = {
  id: 'transports-fire-nothing',
  silences: {
    RTCSctpTransport: ['statechange'],
    RTCDtlsTransport: ['statechange', 'error'],
    RTCIceTransport: ['statechange', 'gatheringstatechange', 'selectedcandidatepairchange'],
  },
};
