import { oldEngines } from '../build-flags';
import { type Layers, createLayers, isClosed } from './layers';
import { add, apply, attempt, each, keys } from './natives';
import type { Options } from './options';
import { guardOwnHandlers } from './own-handlers';
import type { Patches } from './patches';
import { kinds, reach, sentTracks } from './reach';
import type { Kind, Realm } from './realm';
import type { Members, Repair } from './repair';
import { type IsSilenced, type Silences, awaited } from './silence';

/** What is done to the objects of one kind at close. */
interface Treatment {
  kind: Kind;
  layersOf: (object: object) => Layers;
  isSilenced: IsSilenced;
  fires: Repair['fires'];
}

/** What is to be done at close, out of what all repairs ask for. The connection is marked in any case. */
function treat(realm: Realm, repairs: readonly Repair[], silences: Silences): Treatment[] {
  const treatments: Treatment[] = [];
  each(keys(kinds) as Kind[], (kind) => {
    const members: Members = {};
    each(repairs, (repair) => {
      const part = repair[kind] || {};
      each(keys(part), (name) => (members[name] = part[name]!));
    });
    const { isSilenced, fires } = silences[kind] || {};
    if (isSilenced || keys(members).length || kind === 'RTCPeerConnection') {
      add(treatments, { kind, layersOf: createLayers(realm, members), isSilenced: isSilenced || (() => false), fires });
    }
  });
  return treatments;
}

/** Puts the one `close()` in place. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], silences: Silences, { channelClose, stopTracks }: Required<Options>): void {
  const quietTwice = repairs.some(({ id }) => id === 'close-twice-is-quiet');
  const afterwards = repairs.filter(({ closed }) => closed);
  // Made at the first close(): a page that never closes pays for none of it.
  let treatments: Treatment[] | undefined;

  patches.wrap(realm.Connection.prototype, 'close', 'value', (next, connection, args) => {
    const state = realm.stateOf(connection);
    if (state === 'closed' && quietTwice) return undefined;
    // The engine's own error for what is no connection comes from the engine.
    if (!state || state === 'closed' || isClosed(connection)) return apply(next, connection, args);

    const closing: [object, Layers][] = [];
    const owed: [object, string][] = [];
    const owned = reach(connection);
    treatments = treatments || treat(realm, repairs, silences);
    each(treatments, ({ kind, layersOf, isSilenced, fires }) =>
      each(owned(kind), (object) =>
        // What the page froze goes on as the engine has it.
        attempt(() => {
          if (isClosed(object)) return;
          if (oldEngines) guardOwnHandlers(realm, object, isSilenced);
          const layers = layersOf(object);
          // The mark comes before the native close(): what the engine fires from inside it meets a closed connection.
          layers.mark(object);
          add(closing, [object, layers]);
          const { readyState } = object as RTCDataChannel | MediaStreamTrack;
          if (fires && (fires === 'ended' || channelClose === 'event') && readyState !== 'closed' && readyState !== 'ended') add(owed, [object, fires]);
        }),
      ),
    );
    const sent = (stopTracks ? sentTracks(connection) : []) as MediaStreamTrack[];
    try {
      return apply(next, connection);
    } finally {
      const done = realm.stateOf(connection) === 'closed';
      each(closing, ([object, layers]) => attempt(() => layers[done ? 'seal' : 'revive'](object)));
      if (done) {
        each(afterwards, (repair) => repair.closed!(connection as RTCPeerConnection));
        each(sent, (track) => track.stop());
        each(owed, ([target]) => awaited.set(target, true));
        deliver(realm, owed, 0);
      }
    }
  });
}

/** Fires the events that are owed, each in a task of its own. */
function deliver(realm: Realm, owed: [object, string][], at: number): void {
  if (at === owed.length) return;
  realm.task(() => {
    const [target, type] = owed[at]!;
    // Firefox dispatches its own `ended` to listeners that never hear a page's: where the engine fires it, that one counts.
    if (awaited.get(target)) {
      awaited.set(target, false);
      realm.fire(target, type);
    }
    deliver(realm, owed, at + 1);
  });
}
