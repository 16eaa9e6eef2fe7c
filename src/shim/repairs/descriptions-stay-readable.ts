import { type Keeps, keeps, keepsStreams } from '../closed-objects/closed-members';
import { ask } from '../engine/ask';
import { apply, each } from '../engine/intrinsics';
import { repair } from '../repair';

/**
 * The pending description or else the current one. A description takes Firefox half as long to write out as a whole
 * `close()`: what is known is not read.
 */
const latest = (side: 'Local' | 'Remote'): Keeps => ({
  recall(connection, name, memory) {
    const current = memory['current' + side + 'Description'];
    return current === undefined ? ask(connection, name) : memory['pending' + side + 'Description'] || current;
  },
});

/** Firefox throws InvalidStateError from its description getters and `getLocalStreams()`. */
repair({
  id: 'descriptions-stay-readable',
  RTCPeerConnection: {
    pendingLocalDescription: keeps,
    currentLocalDescription: keeps,
    localDescription: latest('Local'),
    pendingRemoteDescription: keeps,
    currentRemoteDescription: keeps,
    remoteDescription: latest('Remote'),
    getLocalStreams: keepsStreams,
  },
  inLife(realm) {
    if (!realm.warnsOfStreams) return;
    each(['getLocalStreams', 'getRemoteStreams'], (name) =>
      realm.wrap(realm.Connection.prototype, name, 'value', (next, self, args) => {
        realm.warnsOfStreams = false;
        return apply(next, self, args);
      }),
    );
  },
});
