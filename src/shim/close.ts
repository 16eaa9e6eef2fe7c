import { oldEngines } from '../build-flags';
import { inTasks } from './in-tasks';
import { type IsSilenced, type Sealer, createSealer, isClosed, revive, whileClosing } from './layers';
import { add, apply, attempt, bare, each, getOwnPropertyNames, keys } from './natives';
import type { Options } from './options';
import { guardOwnHandlers } from './own-handlers';
import type { Patches } from './patches';
import { closeEarly } from './peer-close';
import { kinds, reach, sentTracks } from './reach';
import type { Kind, Realm } from './realm';
import type { Members, Repair } from './repair';
import { type Silence, type Silences, awaited } from './silence';

/** What is done to the objects of one kind at close. */
interface Treatment {
  kind: Kind;
  seal: Sealer;
  fires: Repair['fires'];
  isSilenced: IsSilenced;
  guardLate: Silence['guardLate'];
}

/** What is to be done at close, out of what all repairs ask for. The connection is marked in any case. */
function treat(realm: Realm, repairs: readonly Repair[], silences: Silences): Treatment[] {
  const treatments: Treatment[] = [];
  each(keys(kinds) as Kind[], (kind) => {
    const members: Members = bare({});
    each(repairs, (repair) => {
      const part: Members = repair[kind] || bare({});
      each(keys(part), (name) => (members[name] = part[name]!));
    });
    const silence = silences[kind];
    if (silence || keys(members).length || kind === 'RTCPeerConnection') {
      const { fires, isSilenced = () => false, guardLate } = silence || (bare({}) as Partial<Silence>);
      add(treatments, { kind, seal: createSealer(realm, members, isSilenced), fires, isSilenced, guardLate });
    }
  });
  return treatments;
}

/** Puts the one `close()` in place. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], silences: Silences, { channelClose, stopTracks }: Required<Options>): void {
  const closers = repairs.filter(({ closed }) => closed);
  const quietTwice = repairs.some(({ id }) => id === 'close-twice-is-quiet');
  // Chromium below 43.
  const membersOnInstances = oldEngines && !('onsignalingstatechange' in realm.Connection.prototype);
  // Made at the first close(): a page that never closes pays for none of it.
  let treatments: Treatment[] | undefined;

  patches.wrap(realm.Connection.prototype, 'close', 'value', (next, connection, args) => {
    const state = realm.stateOf(connection);
    if (state === 'closed' && quietTwice) return undefined;
    // The engine's own error for what is no connection comes from the engine.
    if (!state || state === 'closed' || isClosed(connection)) return apply(next, connection, args);

    const closing: object[] = bare([]);
    const ending: object[] = bare([]);
    const announced: object[] = bare([]);
    const owned = reach(connection);
    // Inlined by a minifier, what is made here would hold the first connection for ever.
    const all = treatments || (treatments = /*@__NOINLINE__*/ treat(realm, repairs, silences));
    const withOwn: (() => unknown)[] = [];
    let sent: object[] = [];
    try {
      return whileClosing(closing, () => {
        if (stopTracks) sent = sentTracks(connection);
        each(all, ({ kind, seal, fires, isSilenced, guardLate }) => {
          const objects = owned(kind);
          const unfinished = fires === 'ended' ? ending : fires && channelClose === 'event' ? announced : [];
          // As plain as can be: there may be thousands of channels.
          for (let i = 0; i < objects.length; i++) {
            const object = objects[i]!;
            try {
              const { readyState } = object as RTCDataChannel | MediaStreamTrack;
              if (membersOnInstances) guardOwnHandlers(realm, object, isSilenced);
              if (guardLate) guardLate(object);
              // Before the native close(): what the engine fires from inside it meets a closed connection.
              if (!seal(object)) {
                closeEarly(object);
                continue;
              }
              // webrtc-adapter up to 8 gives channels a `send` of their own.
              if (getOwnPropertyNames(object).length) add(withOwn, () => seal.own(object));
              closing[closing.length] = object;
              if (readyState !== 'closed' && readyState !== 'ended') unfinished[unfinished.length] = object;
            } catch {
              // The page froze it: it goes on as the engine has it.
            }
          }
        });
        return apply(next, connection, args);
      });
    } finally {
      if (realm.stateOf(connection) !== 'closed') each(closing, (object) => attempt(() => revive(object)));
      else {
        each(withOwn, attempt);
        each(closers, (repair) => attempt(() => repair.closed!(connection as RTCPeerConnection)));
        each(sent, (track) => attempt(() => (track as MediaStreamTrack).stop()));
        each(ending, (track) => awaited.set(track, true));
        attempt(() =>
          inTasks(
            realm,
            ending,
            (track) => {
              // Firefox dispatches its own `ended` to listeners that never hear a page's: where the engine fires it, that one counts.
              if (!awaited.get(track)) return;
              awaited.set(track, false);
              realm.fire(track, 'ended');
            },
            () => inTasks(realm, announced, (channel) => realm.fire(channel, 'close')),
          ),
        );
      }
    }
  });
}
