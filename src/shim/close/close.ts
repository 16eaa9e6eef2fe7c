import { oldEngines } from '../../build-flags';
import { type Sealer, closing, createSealer, isClosed, membersOnInstances, pendingCalls, revive } from '../closed-objects/closed-prototype';
import { ask } from '../engine/ask';
import { add, apply, attempt, bare, each, keys } from '../engine/intrinsics';
import type { Chosen } from '../choice/options';
import { guardOwnHandlers } from '../events/own-handlers';
import type { Patches } from '../patches/patches';
import { closeEarly } from '../peer-close/peer-close';
import { reach, sentTracks } from '../owned-objects/owned-objects';
import type { CloseLate } from '../owned-objects/register-channels';
import type { Realm } from '../engine/realm';
import type { Repair } from '../repair';
import type { Members } from '../closed-objects/closed-members';
import { type Silence, hearsScripts, owed, settle } from '../events/event-suppression';

/** What is done to the objects of one kind at close. */
interface Treatment extends Silence {
  sealer: Sealer;
}

/** What is to be done at close, out of what all repairs ask for. The connection is marked in any case. */
function treat(realm: Realm, patches: Patches, repairs: readonly Repair[], silences: Silence[]): Treatment[] {
  const treatments: Treatment[] = [];
  each(silences as Treatment[], (treatment) => {
    const { ofKind: kind } = treatment;
    const members: Members = bare({});
    each(repairs, (repair) => {
      each(keys(repair[kind] || []), (name) => (members[name] = repair[kind]![name]!));
    });
    treatment.sealer = createSealer(realm, patches, members, treatment.isSilenced);
    if (treatment.guardLate || keys(members).length || kind === 'RTCPeerConnection') add(treatments, treatment);
  });
  return treatments;
}

/** Puts the one `close()` in place. */
export function patchClose(realm: Realm, patches: Patches, repairs: readonly Repair[], silences: Silence[], { channelClose, stopTracks }: Chosen): CloseLate {
  // Chromium below 59.
  const quietTwice = oldEngines && repairs.some(({ id }) => id === 'close-twice-is-quiet');
  // Made at the first close(): a page that never closes pays for none of it.
  let treatments: Treatment[] | undefined;
  // Inlined by a minifier, what is made here would hold the first connection for ever.
  const prepare = () => treatments || (treatments = /*@__NOINLINE__*/ treat(realm, patches, repairs, silences));

  /** Seals an object before the engine closes it, so that what is fired from inside meets a closed one. Returns whether its last event is to come. */
  const sealFirst = ({ sealer, fires, isSilenced, guardLate }: Treatment, object: object, later: (() => unknown)[]): boolean => {
    const readyState = ask(object, 'readyState');
    if (oldEngines && membersOnInstances(realm)) guardOwnHandlers(realm, object, isSilenced);
    if (guardLate) guardLate(object);
    if (!sealer(object, later)) {
      closeEarly(object);
      return false;
    }
    closing[closing.length] = object;
    // Where a channel is closed already, the engine's `close` may be on its way; a track that has ended has fired, or was stopped.
    const debt = fires && readyState !== 'closed' && (readyState === 'ended' ? 'done' : 'ours');
    if (debt) owed.set(object, debt);
    return debt === 'ours';
  };

  /** Has the last event of an object fired in a task of its own, after all that was owed before, whichever connection it belongs to. */
  const owe = (object: object, type: 'close' | 'ended') => {
    if (type === 'ended') owed.set(object, 'either');
    if (type === 'ended' ? hearsScripts(realm, object) : channelClose !== 'silent') realm.task(() => settle(realm, object, type));
  };

  patches.wrap(realm.Connection.prototype, 'close', 'value', (next, connection, args) => {
    const state = realm.stateOf(connection);
    if (state === 'closed' && quietTwice) return undefined;
    // The engine's own error for what is no connection comes from the engine.
    if (!state || state === 'closed' || isClosed(connection)) return apply(next, connection, args);

    const outer = closing.length;
    const ending: object[] = bare([]);
    const announced: object[] = bare([]);
    const owned = reach(connection);
    const all = prepare();
    const later: (() => unknown)[] = [];
    let sent: object[] = [];
    try {
      if (stopTracks) sent = sentTracks(connection);
      // As plain as can be: the first close() is paid for by a page that leaves, and there may be thousands of channels.
      for (let k = 0; k < all.length; k++) {
        const treatment = all[k]!;
        const objects = owned(treatment.ofKind);
        const pending = treatment.fires === 'ended' ? ending : announced;
        for (let i = 0; i < objects.length; i++) {
          try {
            if (sealFirst(treatment, objects[i]!, later)) pending[pending.length] = objects[i]!;
          } catch {
            // The page froze it: it goes on as the engine has it.
          }
        }
      }
      return apply(next, connection, args);
    } finally {
      const isOpen = realm.stateOf(connection) !== 'closed';
      for (let i = outer; isOpen && i < closing.length; i++) revive(closing[i]!);
      // Before the layers count: what asks an object in there hears the engine.
      if (!isOpen) each(later, attempt);
      closing.length = outer;
      if (!isOpen) {
        const calls = pendingCalls.get(connection);
        each(keys(calls || []), (number) => attempt(calls![+number]!));
        each(sent, (track) => ask(track, 'stop'));
        each(ending, (track) => owe(track, 'ended'));
        each(announced, (channel) => owe(channel, 'close'));
      }
    }
  });

  return (channel) => {
    const outer = closing.length;
    const later: (() => unknown)[] = [];
    try {
      each(prepare(), (treatment) => {
        if (treatment.ofKind === 'RTCDataChannel' && sealFirst(treatment, channel, later)) owe(channel, 'close');
      });
    } finally {
      closing.length = outer;
    }
    each(later, attempt);
  };
}
