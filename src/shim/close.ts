import { oldEngines } from '../build-flags';
import { type Layers, createLayers, isClosed } from './layers';
import { apply, getPrototypeOf, keys, setPrototypeOf } from './natives';
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
  let quietTwice = false;

  (keys(reach) as Kind[]).forEach((kind) => {
    const members: Members = {};
    let fires: Repair['fires'];
    let silenced = false;
    repairs.forEach((repair) => {
      const part = repair[kind] || {};
      keys(part).forEach((name) => (members[name] = part[name]!));
      if (repair.fires && kindOf[repair.fires] === kind) fires = repair.fires;
      silenced = silenced || !!repair.silences && repair.silences.indexOf(kind) >= 0;
      quietTwice = quietTwice || repair.id === 'close-twice-is-quiet';
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

    const afterwards: ((done: boolean) => void)[] = [];
    const owed: [object, string][] = [];
    for (let i = 0; i < treatments.length; i++) {
      const { objectsOf, layersOf, isSilenced, fires } = treatments[i]!;
      const objects = objectsOf(connection);
      for (let j = 0; j < objects.length; j++) {
        try {
          const object = objects[j]!;
          if (isClosed(object)) continue;
          const layers = layersOf(object);
          if (oldEngines) guardOwnHandlers(realm, object, isSilenced);
          const sealed = layers.of(object);
          // The mark comes before the native close(): what the engine fires from inside it meets a closed connection.
          setPrototypeOf(object, layers.mark);
          afterwards[afterwards.length] = (done) => {
            setPrototypeOf(object, done ? sealed : (getPrototypeOf(layers.mark) as object));
            if (oldEngines && done && layers.sealOwn) layers.sealOwn(object, sealed);
          };
          const { readyState } = object as RTCDataChannel | MediaStreamTrack;
          if (fires && readyState !== 'closed' && readyState !== 'ended') owed[owed.length] = [object, fires];
        } catch {
          // The page froze it: it goes on as the engine has it.
        }
      }
    }
    const sent = (stopTracks ? sentTracks(connection) : []) as MediaStreamTrack[];
    try {
      return apply(next, connection);
    } finally {
      const done = realm.stateOf(connection) === 'closed';
      for (let i = 0; i < afterwards.length; i++) {
        try {
          afterwards[i]!(done);
        } catch {
          // A handler of the page froze it meanwhile.
        }
      }
      if (done) {
        repairs.forEach((repair) => repair.closed && repair.closed(connection as RTCPeerConnection));
        sent.forEach((track) => track.stop());
        owed.forEach(([target]) => awaited.set(target, true));
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
