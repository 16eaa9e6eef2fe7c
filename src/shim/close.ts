import { oldEngines } from '../build-flags';
import { type Layers, createLayers, isClosed } from './layers';
import { add, apply, attempt, each, keys } from './natives';
import type { Options } from './options';
import { guardOwnHandlers } from './own-handlers';
import type { Patches } from './patches';
import { reach, sentTracks } from './reach';
import type { Kind, Realm } from './realm';
import type { Members, Repair } from './repair';
import { type IsSilenced, awaited, guardFirst } from './silence';

/** What is done to the objects of one kind at close. */
interface Treatment {
  objectsOf: (connection: object) => object[];
  layersOf: (object: object) => Layers;
  isSilenced: IsSilenced;
  fires: Repair['fires'];
}

const kindOf = { close: 'RTCDataChannel', ended: 'MediaStreamTrack' };

/** Puts the one `close()` in place, with what its repairs need while a connection lives. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], { channelClose, stopTracks }: Required<Options>): void {
  const { prototype } = realm.Connection;
  const treatments: Treatment[] = [];
  const quietTwice = repairs.some(({ id }) => id === 'close-twice-is-quiet');
  const afterwards = repairs.filter(({ closed }) => closed);

  (keys(reach) as Kind[]).forEach((kind) => {
    const members: Members = {};
    let fires: Repair['fires'];
    let silenced = false;
    repairs.forEach((repair) => {
      const part = repair[kind] || {};
      keys(part).forEach((name) => (members[name] = part[name]!));
      if (repair.fires && kindOf[repair.fires] === kind) fires = repair.fires;
      silenced = silenced || !!repair.silences && repair.silences.indexOf(kind) >= 0;
    });
    const isSilenced: IsSilenced = (object, type) =>
      type === 'close' || type === 'ended' ? type === fires : silenced && 'on' + type in object;
    const live = realm.prototypeOf(kind);
    if (live && (silenced || fires)) guardFirst(realm, patches, live, isSilenced);
    // A connection is marked in any case.
    if (silenced || fires || keys(members).length || live === prototype) {
      treatments.push({
        objectsOf: reach[kind],
        layersOf: createLayers(realm, members),
        isSilenced,
        fires: fires === 'close' && channelClose === 'silent' ? undefined : fires,
      });
    }
  });

  patches.wrap(prototype, 'close', 'value', (next, connection, args) => {
    const state = realm.stateOf(connection);
    if (state === 'closed' && quietTwice) return undefined;
    // The engine's own error for what is no connection comes from the engine.
    if (!state || state === 'closed' || isClosed(connection)) return apply(next, connection, args);

    const closing: [object, Layers][] = [];
    const owed: [object, string][] = [];
    each(treatments, ({ objectsOf, layersOf, isSilenced, fires }) =>
      each(objectsOf(connection), (object) =>
        // What the page froze goes on as the engine has it.
        attempt(() => {
          if (isClosed(object)) return;
          if (oldEngines) guardOwnHandlers(realm, object, isSilenced);
          const layers = layersOf(object);
          // The mark comes before the native close(): what the engine fires from inside it meets a closed connection.
          layers.mark(object);
          add(closing, [object, layers]);
          const { readyState } = object as RTCDataChannel | MediaStreamTrack;
          if (fires && readyState !== 'closed' && readyState !== 'ended') add(owed, [object, fires]);
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
