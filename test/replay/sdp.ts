/** The text of a description, as short as it can be, with the number of its connection as the session's. */
export const sdpOf = (number: number): string =>
  ['v=0', `o=- ${number} 2 IN IP4 127.0.0.1`, 's=-', 't=0 0', 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=ice-options:trickle', ''].join('\r\n');

/** The number of the connection that wrote a description. */
export const numberIn = (sdp: string): number => Number(/^o=- (\d+)/m.exec(sdp)![1]);
