import { type Keeps, keepsStreams } from '../fates';
import { apply } from '../natives';
import type { Repair } from '../repair';

const { exec } = RegExp.prototype;

/**
 * The same out of the remote description where that can be read at any time: Chromium asks its other threads for the attribute, and
 * those are slow while connections are closed. Firefox, whose descriptions are kept, has it at hand.
 */
const trickles: Keeps = {
  read(connection, name, memory) {
    if (memory.currentRemoteDescription !== undefined) return connection[name];
    const description = connection.remoteDescription as RTCSessionDescription | null;
    const says = (what: RegExp) => !!description && !!apply(exec, what, [description.sdp]);
    return says(/^m=/m) ? says(/^a=ice-options:.*\btrickle/m) : null;
  },
};

/** Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. */
export const remoteSideStaysReadable: Repair = {
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
};
