/**
 * From which version on an engine has a name in its global object: what it alone has, and what came at versions where many clauses change. In all measured
 * builds it is there from that version on, and not before. What the table spares is spared only where no build between two of these breaks it.
 */
export const signs: Record<string, Record<string, number>> = {
  chromium: { webkitRTCPeerConnection: 1, AbstractRange: 90, requestResize: 154 },
  firefox: { InternalError: 1, RTCIceTransport: 125, RTCIceCandidatePair: 154 },
};
