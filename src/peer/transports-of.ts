/** A transport whose state tells of the peer. */
export type Transport = RTCDtlsTransport | RTCSctpTransport;

/** The transports that a connection uses now, where the engine shows them. */
export function transportsOf(connection: RTCPeerConnection): { dtls: RTCDtlsTransport[]; sctp: RTCSctpTransport | undefined } {
  const sctp = connection.sctp || undefined;
  const dtls: RTCDtlsTransport[] = [];
  const add = (transport: RTCDtlsTransport | null | undefined) => {
    // Chromium below 76 has none, or one without a state.
    if (transport && transport.state && dtls.indexOf(transport) < 0) dtls.push(transport);
  };
  if (sctp) add(sctp.transport);
  // Chromium below 69 has no transceivers.
  if (connection.getTransceivers) {
    connection.getTransceivers().forEach(({ currentDirection, receiver }) => {
      if (currentDirection !== 'stopped') add(receiver.transport);
    });
  }
  return { dtls, sctp };
}
