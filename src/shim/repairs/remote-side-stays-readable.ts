import { type Behaviour, keepsStreams } from '../fates';
import { whileClosing } from '../layers';
import { apply, attempt } from '../natives';
import type { Repair } from '../repair';

const { exec } = RegExp.prototype;

/**
 * What the engine still says, or else what the remote description says of it. Chromium forgets it, and to read it before is slow:
 * that waits for the threads on which connections are closed.
 */
const trickles: Behaviour = (_realm, _name, _args, self) => {
  const connection = self as RTCPeerConnection;
  const own = attempt(() => whileClosing([connection], () => connection.canTrickleIceCandidates));
  if (typeof own === 'boolean') return own;
  const sdp = attempt(() => connection.remoteDescription!.sdp);
  const says = (what: RegExp) => !!apply(exec, what, [sdp]);
  return says(/^m=/m) ? says(/^a=ice-options:.*\btrickle/m) : null;
};

/** Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
};
