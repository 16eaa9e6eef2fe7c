import { type Keeps, keeps } from '../fates';
import type { Repair } from '../repair';

/**
 * The pending description or else the current one. A description takes Firefox half as long to write out as a whole
 * `close()`: what is known is not read.
 */
const latest = (side: 'Local' | 'Remote'): Keeps => ({
  read(connection, name, kept) {
    const current = kept['current' + side];
    return current ? kept['pending' + side]!.value || current.value : connection[name];
  },
});

/** Firefox throws InvalidStateError from its description getters and `getLocalStreams()`. */
export const descriptionsStayReadable: Repair = {
  id: 'descriptions-stay-readable',
  RTCPeerConnection: {
    pendingLocalDescription: keeps,
    currentLocalDescription: keeps,
    localDescription: latest('Local'),
    pendingRemoteDescription: keeps,
    currentRemoteDescription: keeps,
    remoteDescription: latest('Remote'),
    getConfiguration: keeps,
    sctp: keeps,
    getLocalStreams: keeps,
  },
};
