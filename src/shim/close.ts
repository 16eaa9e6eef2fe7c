import { oldEngines } from '../build-flags';
import { inTasks } from './in-tasks';
import { type Sealer, closing, createSealer, isClosed, revive } from './layers';
import { add, apply, ask, attempt, bare, each, getOwnPropertyNames, keys } from './natives';
import type { Options } from './options';
import { guardOwnHandlers } from './own-handlers';
import type { Patches } from './patches';
import { closeEarly } from './peer-close';
import { reach, sentTracks } from './reach';
import type { Realm } from './realm';
import type { Members, Repair } from './repair';
import { type Silence, awaited } from './silence';

/** What is done to the objects of one kind at close. */
interface Treatment extends Silence {
  seal: Sealer;
}

/** What is to be done at close, out of what all repairs ask for. The connection is marked in any case. */
function treat(realm: Realm, repairs: readonly Repair[], silences: Silence[]): Treatment[] {
  const treatments: Treatment[] = [];
  each(silences as Treatment[], (treatment) => {
    const { kind } = treatment;
    const members: Members = bare({});
    each(repairs, (repair) => {
      const part: Members = repair[kind] || bare({});
      each(keys(part), (name) => (members[name] = part[name]!));
    });
    treatment.seal = createSealer(realm, members, treatment.isSilenced);
    if (treatment.guardLate || keys(members).length || kind === 'RTCPeerConnection') add(treatments, treatment);
  });
  return treatments;
}

/** Puts the one `close()` in place. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], silences: Silence[], { channelClose, stopTracks }: Required<Options>): void {
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

    const outer = closing.length;
    const ending: object[] = bare([]);
    const announced: object[] = bare([]);
    const owned = reach(connection);
    // Inlined by a minifier, what is made here would hold the first connection for ever.
    const all = treatments || (treatments = /*@__NOINLINE__*/ treat(realm, repairs, silences));
    const withOwn: (() => unknown)[] = [];
    let sent: object[] = [];
    try {
      if (stopTracks) sent = sentTracks(connection);
      // As plain as can be: the first close() is paid for by a page that leaves, and there may be thousands of channels.
      for (let k = 0; k < all.length; k++) {
        const { kind, seal, fires, isSilenced, guardLate } = all[k]!;
        const objects = owned(kind);
        const unfinished = fires === 'ended' ? ending : fires && channelClose === 'event' ? announced : [];
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
            if (getOwnPropertyNames(object).length) add(withOwn, seal.own(object));
            closing[closing.length] = object;
            if (readyState !== 'closed' && readyState !== 'ended') unfinished[unfinished.length] = object;
          } catch {
            // The page froze it: it goes on as the engine has it.
          }
        }
      }
      return apply(next, connection, args);
    } finally {
      const isOpen = realm.stateOf(connection) !== 'closed';
      for (let i = outer; isOpen && i < closing.length; i++) revive(closing[i]!);
      closing.length = outer;
      if (!isOpen) {
        each(withOwn, attempt);
        each(closers, (repair) => repair.closed!(connection as RTCPeerConnection));
        each(sent, (track) => ask(track, 'stop'));
        each(ending, (track) => awaited.set(track, true));
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
        );
      }
    }
  });
}
