import { oldEngines } from '../../build-flags';
import type { Interface } from './global-object';
import { getPrototypeOf } from './intrinsics';
import type { Realm } from './realm';

/** The interfaces that a connection and what it owns have. */
export type Kind =
  | 'RTCPeerConnection'
  | 'RTCDataChannel'
  | 'RTCRtpTransceiver'
  | 'RTCRtpSender'
  | 'RTCSctpTransport'
  | 'RTCDtlsTransport'
  | 'RTCIceTransport'
  | 'MediaStreamTrack';

/** The prototype of an interface in a realm, under whichever of its names the engine has. */
export function prototypeOf({ global, Connection }: Realm, kind: Kind): object | undefined {
  const { prototype } = Connection;
  if (kind === 'RTCPeerConnection') return prototype;
  let named = global[kind] as Interface | undefined;
  if (oldEngines && kind === 'RTCDataChannel' && !named) {
    named = global.DataChannel as Interface | undefined;
    // Chromium below 56 has the interface and no name for it.
    if (!named && 'createDataChannel' in prototype) {
      const connection = new (Connection as unknown as typeof RTCPeerConnection)({ iceServers: [] });
      const unnamed = getPrototypeOf(connection.createDataChannel('')) as object;
      connection.close();
      return unnamed;
    }
  }
  return named && named.prototype;
}
