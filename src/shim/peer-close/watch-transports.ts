import { isClosed } from '../closed-objects/closed-prototype';
import { attempt, each, weakMap } from '../engine/intrinsics';
import type { PatchedRealm } from '../patches/patched-realm';

/** Watches the transports of a connection. */
export type Watch = (connection: object) => unknown;

/** The transports that were connected once: one that BUNDLE puts out of use never was. */
const connected = weakMap<boolean>();

/** Watches the SCTP and the DTLS transport of a connection, and tells when one that was connected closes while this side is open: the peer has closed. */
export const watchTransports =
  (realm: PatchedRealm, onPeerClose: (connection: object) => void): Watch =>
  (connection) => {
    // Listening again changes nothing.
    const look = () =>
      attempt(() => {
        const signaling = realm.stateOf(connection);
        // Chromium tells of the page's own close from inside it. Without a state there is no telling whose close it was.
        if (isClosed(connection) || !signaling || signaling === 'closed' || !realm.isActive()) return;
        const { sctp } = connection as RTCPeerConnection;
        // A page may have broken the getter of the DTLS transport: the SCTP transport is watched all the same.
        each(sctp ? [sctp, attempt(() => sctp.transport)!] : [], (transport) => {
          realm.listenTo(transport, 'statechange', look);
          const { state } = transport;
          if (state === 'connected') connected.set(transport, true);
          else if (state === 'closed' && connected.get(transport)) onPeerClose(connection);
        });
      });
    realm.listenTo(connection, 'signalingstatechange', look);
    look();
  };
