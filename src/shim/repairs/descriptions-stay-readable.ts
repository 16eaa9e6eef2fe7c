import type { Repair } from '../repair';
import { keeps } from '../seals';

/** Firefox throws InvalidStateError from its description getters and `getLocalStreams()`. */
export const descriptionsStayReadable: Repair = {
  id: 'descriptions-stay-readable',
  seals: {
    RTCPeerConnection: {
      localDescription: keeps,
      currentLocalDescription: keeps,
      pendingLocalDescription: keeps,
      remoteDescription: keeps,
      currentRemoteDescription: keeps,
      pendingRemoteDescription: keeps,
      getConfiguration: keeps,
      sctp: keeps,
      getLocalStreams: keeps,
    },
  },
};
