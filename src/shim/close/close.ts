import { oldEngines } from '../../build-flags';
import { type ObjectCloser, closing, createObjectCloser, isClosed, membersOnInstances, pendingCalls, reopen } from '../closed-objects/closed-prototype';
import { ask } from '../engine/ask';
import { add, apply, attempt, bare, each, keys } from '../engine/intrinsics';
import { prototypeOf } from '../engine/interfaces';
import type { Chosen } from '../choice/options';
import { guardOwnHandlers } from '../events/own-handlers';
import type { PatchedRealm } from '../patches/patched-realm';
import { closeOnThisSide } from '../peer-close/channel-stage';
import { ownedObjects, sentTracks } from '../owned-objects/owned-objects';
import type { CloseLate } from '../owned-objects/register-channels';
import type { Repair } from '../repair';
import type { Members } from '../closed-objects/closed-members';
import { letStatisticsArrive } from './let-statistics-arrive';
import type { Suppression } from '../events/event-suppression';
import { hearsDispatchedEvents, lastEvents, fireLastEvent } from '../events/last-event';

/** What is done to the objects of one kind at close. */
interface ClosePlan extends Suppression {
  closeObject: ObjectCloser;
}

/** What is to be done at close, kind by kind, out of what all repairs ask for. The connection gets its closed-object prototype in any case: `isClosed()` goes by it. */
function planClose(realm: PatchedRealm, repairs: readonly Repair[], suppressions: Suppression[]): ClosePlan[] {
  const plans: ClosePlan[] = [];
  each(suppressions as ClosePlan[], (plan) => {
    const { ofKind: kind } = plan;
    const members: Members = bare({});
    each(repairs, (repair) => {
      each(keys(repair[kind] || []), (name) => (members[name] = repair[kind]![name]!));
    });
    plan.closeObject = createObjectCloser(realm, members, plan.isSuppressed);
    if (plan.guardMessages || keys(members).length || kind === 'RTCPeerConnection') add(plans, plan);
  });
  return plans;
}

/** What is done about closing while connections live. */
interface Closing {
  closeLate: CloseLate;
  /** Has what the first `close()` needs made in a task: there it is not in the page's way. */
  getReady(): void;
}

/** Puts the one `close()` in place. */
export function patchClose(realm: PatchedRealm, repairs: readonly Repair[], suppressions: Suppression[], { channelClose, stopTracks }: Chosen): Closing {
  // Chromium below 59.
  const quietTwice = oldEngines && repairs.some(({ id }) => id === 'close-twice-is-quiet');
  // Made after the first channel, or at the first close(): a page without connections pays for none of it.
  let plans: ClosePlan[] | undefined;
  // Not to be inlined by a minifier: closures that are made inside the first `close()` would hold its connection for ever.
  const prepare = () => plans || (plans = /*@__NOINLINE__*/ planClose(realm, repairs, suppressions));

  /** Closes an object before the engine does, so that listeners that the engine calls from inside meet a closed one. Returns whether the shim is to fire its last event. */
  const closeFirst = ({ closeObject, fires, isSuppressed, guardMessages }: ClosePlan, object: object, later: (() => unknown)[]): boolean => {
    const readyState = ask(object, 'readyState');
    if (oldEngines && membersOnInstances(realm)) guardOwnHandlers(realm, object, isSuppressed);
    if (guardMessages) guardMessages(object);
    if (!closeObject(object, later)) {
      closeOnThisSide(object);
      return false;
    }
    closing[closing.length] = object;
    // Where a channel is closed already, the engine's `close` may be on its way; a track that has ended has fired, or was stopped.
    const lastEvent = fires && readyState !== 'closed' && (readyState === 'ended' ? 'done' : 'ours');
    if (lastEvent) lastEvents.set(object, lastEvent);
    return lastEvent === 'ours';
  };

  /** Has a channel fire `close` in a task of its own, after all that was closed before, whichever connection it belongs to. */
  const scheduleClose = (channel: object) => {
    if (channelClose !== 'silent') realm.task(() => fireLastEvent(realm, channel, 'close'));
  };

  /** Has a track fire `ended` unless the engine does: Chromium 64 to 92 mostly do, within some milliseconds. */
  const scheduleEnded = (track: object) => {
    lastEvents.set(track, 'either');
    if (hearsDispatchedEvents(realm, track)) realm.postpone(() => fireLastEvent(realm, track, 'ended'));
  };

  realm.wrap(realm.Connection.prototype, 'close', 'value', (next, connection, args) => {
    const state = realm.stateOf(connection);
    const passOn = () => apply(next, connection, args);
    // A closed connection, and what is none, is left to the engine, or to what a page has laid over it: of what is none, an error comes.
    if (state === 'closed' && quietTwice) return attempt(passOn);
    if (!state || state === 'closed' || isClosed(connection)) return passOn();

    const outer = closing.length;
    const ending: object[] = bare([]);
    const announced: object[] = bare([]);
    const owned = ownedObjects(connection);
    const all = prepare();
    const later: (() => unknown)[] = [];
    let sent: object[] = [];
    try {
      if (stopTracks) sent = sentTracks(connection);
      // Plain loops: a function for each of thousands of channels would be compiled in the middle of a page's first close().
      for (let k = 0; k < all.length; k++) {
        const plan = all[k]!;
        const objects = owned(plan.ofKind);
        const pending = plan.fires === 'ended' ? ending : announced;
        for (let i = 0; i < objects.length; i++) {
          try {
            if (closeFirst(plan, objects[i]!, later)) pending[pending.length] = objects[i]!;
          } catch {
            // An object that the page froze stays as the engine has it.
          }
        }
      }
      letStatisticsArrive(realm, connection);
      return passOn();
    } finally {
      const isOpen = realm.stateOf(connection) !== 'closed';
      for (let i = outer; isOpen && i < closing.length; i++) reopen(closing[i]!);
      // While `closing` has the objects, they still answer as the engine has them: what is asked here is the engine.
      if (!isOpen) each(later, attempt);
      closing.length = outer;
      if (!isOpen) {
        const calls = pendingCalls.get(connection);
        each(keys(calls || []), (number) => attempt(calls![+number]!));
        each(sent, (track) => ask(track, 'stop'));
        each(ending, scheduleEnded);
        each(announced, scheduleClose);
      }
    }
  });

  let isReady = false;
  return {
    closeLate(channel) {
      const outer = closing.length;
      const later: (() => unknown)[] = [];
      each(prepare(), (plan) => {
        if (plan.ofKind === 'RTCDataChannel' && closeFirst(plan, channel, later)) scheduleClose(channel);
      });
      closing.length = outer;
      each(later, attempt);
    },
    getReady() {
      if (isReady) return;
      isReady = true;
      // Of an interface that the engine lacks there is none.
      realm.task(() => each(prepare(), ({ ofKind, closeObject }) => attempt(() => closeObject.prototypeFor(prototypeOf(realm, ofKind)!))));
    },
  };
}
