import { type Keeps, keepsStreams } from '../closed-objects/closed-members';
import { ask } from '../engine/ask';
import { contains, parts } from '../engine/intrinsics';
import { repair } from '../repair';

/**
 * Chromium asks its other threads for the attribute, and those are slow while connections are closed. Where a description is in force and
 * none is on its way, its first section tells, whenever that is asked. Firefox, whose descriptions are kept, has the attribute at hand.
 */
const trickles: Keeps = {
  recall(connection, name, memory) {
    const isSettled = memory.currentRemoteDescription === undefined && ask(connection, 'signalingState') === 'stable';
    const current = isSettled && (ask(connection, 'currentRemoteDescription') as RTCSessionDescription | null | undefined);
    return current
      ? () => {
          const section = parts(ask(current, 'sdp'), '\nm=')[1];
          return section ? contains(parts(parts(section, '\na=ice-options:')[1], '\r')[0], 'trickle') : null;
        }
      : ask(connection, name);
  },
};

/** Chromium forgets both, and what it sent where a transceiver's stop was pending; Firefox throws from the legacy stream getters. */
repair({
  id: 'remote-side-stays-readable',
  RTCPeerConnection: { canTrickleIceCandidates: trickles, getRemoteStreams: keepsStreams, getLocalStreams: keepsStreams },
});
