import { ignores } from '../closed-objects/closed-members';
import { type IsSuppressed, isClosed } from '../closed-objects/closed-prototype';
import { type Arguments, type Method, type Weak, add, apply, attempt, bare, each, keys, weakMap } from '../engine/intrinsics';
import { ownedByKind } from '../owned-objects/owned-objects';
import type { Realm } from '../engine/realm';
import type { PatchedRealm } from '../patches/patched-realm';
import { type Kind, prototypeOf } from '../engine/interfaces';
import type { PeerEvent, Repair } from '../repair';
import { isUntrusted } from '../engine/untrusted-events';

/**
 * Whose the one last event of a closed object (`close`, `ended`) is to be: with `ours` the engine's is suppressed and the shim fires its own, with `either` the
 * first of the two that comes is let through, and after `done` none is. Objects that are not in here have the engine's.
 */
export const lastEvents = weakMap<'ours' | 'either' | 'done'>();

/** Whether an event is the last of its object, of which there is to be one. */
const isLast = (type: string) => type === 'close' || type === 'ended';

const listening: Record<string, Weak<boolean>> = bare({});

/** Notes that the page listens to an event, or may (`when()`). Who listens through a member that is not patched is not noted, and hears the engine's events. */
export const noteListener = (object: object, type: string): unknown => (listening[type] || (listening[type] = weakMap())).set(object, true);

/** Whether the page is known to have listened to an event, so that the engine's is held back where the shim fires its own. */
export const isListenedTo = (object: object, type: string): unknown => listening[type] && listening[type].get(object);

/** Whether an object's listeners hear what is dispatched by a script. On a track in Firefox its handlers alone do: there, the engine's own event is the one to wait for. */
export function hearsDispatchedEvents({ listenTo: listen, fire }: Realm, object: object): boolean {
  let heard = false;
  listen(object, 'rtc-close-shim', () => (heard = true));
  fire(object, 'rtc-close-shim');
  return heard;
}

/** Fires the last event of an object, unless the engine has, or nobody is known to listen: then the engine's is let through. */
export function fireLastEvent({ fire }: Realm, object: object, type: string): void {
  const state = lastEvents.get(object);
  if (!isListenedTo(object, type)) {
    if (state === 'ours') lastEvents.set(object, 'either');
  } else if (state !== 'done') {
    lastEvents.set(object, 'done');
    fire(object, type);
  }
}

/** `stopImmediatePropagation`. */
export const stopImmediatePropagation = attempt(() => Event.prototype.stopImmediatePropagation) as Method;

const guards: Record<string, (this: object, event: Event) => void> = bare({});

/**
 * The listener that holds back the engine's own events of a type from what belongs to a closed connection. What a page
 * dispatches itself is not trusted and passes. It is not the event that says its type: pages patch that.
 */
export const guardFor = (type: string): ((this: object, event: Event) => void) =>
  guards[type] ||
  (guards[type] = function (event) {
    const isSuppressed = isClosed(this);
    if (!isSuppressed || isUntrusted(event) || !isSuppressed(this, type)) return;
    const state = lastEvents.get(this);
    // Who listens past the guard has the engine's, where nobody would hear the shim's.
    if (!isLast(type) || state === 'done' || (state === 'ours' && isListenedTo(this, type))) apply(stopImmediatePropagation, event, []);
    else if (state) lastEvents.set(this, 'done');
  });

/** What is held back on objects of one kind. */
export interface Suppression {
  ofKind: Kind;
  isSuppressed: IsSuppressed;
  /** What the shim fires instead. */
  fires?: Repair['fires'];
  /** Guards an object when it is closed, where the engine calls capturing listeners first: while it lives, its messages then have no listener of the shim's. */
  guardMessages?: (object: object) => void;
}

/** What the guard on channels does besides, for a close of the peer. */
export interface ChannelGuard {
  /** What the shim fires, or holds back. */
  handles: Partial<Record<PeerEvent, boolean>>;
  /** Puts in what has to hear an event of a channel before the page does. */
  precede(channel: object, type: string): void;
}

const kindOf = { close: 'RTCDataChannel', ended: 'MediaStreamTrack' } as const;

/** Has the guard stand before the page's listeners, and says where, kind by kind. */
export function suppressEvents(realm: PatchedRealm, repairs: readonly Repair[], peerClose: ChannelGuard): Suppression[] {
  const suppressions: Suppression[] = [];
  const all: Partial<Record<Kind, boolean>> = bare({});
  const fires: Partial<Record<Kind, Repair['fires']>> = bare({});
  each(repairs, (repair) => {
    each(repair.suppresses || [], (kind) => (all[kind] = true));
    if (repair.fires) fires[kindOf[repair.fires]] = repair.fires;
  });
  each(keys(ownedByKind) as Kind[], (kind) => {
    const ofPeer = kind === 'RTCDataChannel' ? peerClose : undefined;
    const isSuppressed: IsSuppressed = (object, type) =>
      isLast(type) ? type === fires[kind] : all[kind] && 'on' + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && prototypeOf(realm, kind);
    add(suppressions, { ofKind: kind, isSuppressed, fires: fires[kind], guardMessages: prototype ? guardFirst(realm, prototype, isSuppressed, ofPeer) : undefined });
  });
  return suppressions;
}

/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm: PatchedRealm, prototype: object, isSuppressed: IsSuppressed, ofPeer?: ChannelGuard): NonNullable<Suppression['guardMessages']> {
  // Not made where no messages are heard: then thousands of channels need not be looked up.
  let late: Weak<boolean> | undefined;
  const isGuarded: IsSuppressed = (object, type) => isSuppressed(object, type) || (ofPeer && ofPeer.handles[type as PeerEvent]);
  const precede = (object: object, type: string, options?: unknown) => {
    noteListener(object, type);
    if (type === 'message' && !(options && typeof options === 'object' ? (options as AddEventListenerOptions).capture : options) && !isClosed(object) && realm.capturesFirst()) (late = late || weakMap()).set(object, true);
    else realm.listenTo(object, type, guardFor(type));
    // Chromium below 86 removes the next listener of an event that is stopped, if it is one for once: this one takes that place.
    if (!('AbstractRange' in realm.global)) realm.listenTo(object, type, ignores);
    if (ofPeer) ofPeer.precede(object, type);
  };
  // `when()` (Chromium 135) listens by itself, once it is subscribed to.
  each(['when', 'addEventListener'], (name, i) =>
    realm.wrap(prototype, name, 'value', (next, self, args: Arguments) => {
      const type = args[0];
      // Called on what is no such object, it throws in the engine.
      attempt(() => typeof type === 'string' && isGuarded(self, type) && precede(self, type, args[i + 1]));
      return apply(next, self, args);
    }),
  );
  const guardHandler = (name: string, type: string) => {
    if (name === 'on' + type && isGuarded(prototype, type)) {
      realm.wrap(prototype, name, 'set', (next, self, args: Arguments) => {
        attempt(() => args[0] && precede(self, type));
        return apply(next, self, args);
      });
    }
  };
  for (const name in prototype) guardHandler(name, name.slice(2));
  return (object) => {
    if (late && late.get(object)) realm.listenTo(object, 'message', guardFor('message'));
  };
}
