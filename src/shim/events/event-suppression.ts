import { type IsSilenced, isClosed } from '../closed-objects/closed-prototype';
import { type Arguments, type Method, type Weak, add, apply, attempt, bare, each, keys, weakMap } from '../engine/intrinsics';
import { kinds } from '../owned-objects/owned-objects';
import type { Patches } from '../patches/patches';
import type { Realm } from '../engine/realm';
import { type Kind, prototypeOf } from '../engine/interfaces';
import type { PeerEvent, Repair } from '../repair';
import { isUntrusted } from '../engine/untrusted-events';

/**
 * What closed objects owe the page, their one `close` or `ended`: with `ours` the engine's is held back, with `either` the first that
 * comes counts, and after `done` none is to follow. What owes nothing has the engine's.
 */
export const owed = weakMap<'ours' | 'either' | 'done'>();

/** Whether an event is the last of its object, of which there is to be one. */
const isLast = (type: string) => type === 'close' || type === 'ended';

const listening: Record<string, Weak<boolean>> = bare({});

/** Notes that the page listens, or may, behind the guard. Who listens past it, through no member that is patched, hears the engine's events. */
export const noteListener = (object: object, type: string): unknown => (listening[type] || (listening[type] = weakMap())).set(object, true);

/** Whether the page is known to have listened to an event, so that the engine's is held back where the shim fires its own. */
export const isListenedTo = (object: object, type: string): unknown => listening[type] && listening[type].get(object);

/** Whether an object's listeners hear what is dispatched by a script. On a track in Firefox its handlers alone do: there, the engine's own event is the one to wait for. */
export function hearsScripts({ listenTo: listen, fire }: Realm, object: object): boolean {
  let heard = false;
  listen(object, 'rtc-close-shim', () => (heard = true));
  fire(object, 'rtc-close-shim');
  return heard;
}

/** Fires what an object owes, unless the engine has, or nobody is known to listen: then the engine's is let through. */
export function settle({ fire }: Realm, object: object, type: string): void {
  const state = owed.get(object);
  if (!isListenedTo(object, type)) {
    if (state === 'ours') owed.set(object, 'either');
  } else if (state !== 'done') {
    owed.set(object, 'done');
    fire(object, type);
  }
}

/** `stopImmediatePropagation`. */
export const stop = attempt(() => Event.prototype.stopImmediatePropagation) as Method;

const guards: Record<string, (this: object, event: Event) => void> = bare({});

/**
 * The listener that holds back the engine's own events of a type from what belongs to a closed connection. What a page
 * dispatches itself is not trusted and passes. It is not the event that says its type: pages patch that.
 */
export const guardFor = (type: string): ((this: object, event: Event) => void) =>
  guards[type] ||
  (guards[type] = function (event) {
    const isSilenced = isClosed(this);
    if (!isSilenced || isUntrusted(event) || !isSilenced(this, type)) return;
    const state = owed.get(this);
    // Who listens past the guard has the engine's, where nobody would hear the shim's.
    if (!isLast(type) || state === 'done' || (state === 'ours' && isListenedTo(this, type))) apply(stop, event, []);
    else if (state) owed.set(this, 'done');
  });

/** What is held back on objects of one kind. */
export interface Silence {
  ofKind: Kind;
  isSilenced: IsSilenced;
  /** What the shim fires instead. */
  fires?: Repair['fires'];
  /** Guards an object when it is closed, where the engine calls capturing listeners first: its messages then have no listener of ours. */
  guardLate?: (object: object) => void;
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
export function patchSilence(realm: Realm, patches: Patches, repairs: readonly Repair[], peerClose: ChannelGuard): Silence[] {
  const silences: Silence[] = [];
  const all: Partial<Record<Kind, boolean>> = bare({});
  const fires: Partial<Record<Kind, Repair['fires']>> = bare({});
  each(repairs, (repair) => {
    each(repair.silences || [], (kind) => (all[kind] = true));
    if (repair.fires) fires[kindOf[repair.fires]] = repair.fires;
  });
  each(keys(kinds) as Kind[], (kind) => {
    const ofPeer = kind === 'RTCDataChannel' ? peerClose : undefined;
    const isSilenced: IsSilenced = (object, type) =>
      isLast(type) ? type === fires[kind] : all[kind] && 'on' + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && prototypeOf(realm, kind);
    add(silences, { ofKind: kind, isSilenced, fires: fires[kind], guardLate: prototype ? guardFirst(realm, patches, prototype, isSilenced, ofPeer) : undefined });
  });
  return silences;
}

/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm: Realm, patches: Patches, prototype: object, isSilenced: IsSilenced, ofPeer?: ChannelGuard): NonNullable<Silence['guardLate']> {
  // Not made where no messages are heard: then thousands of channels need not be looked up.
  let late: Weak<boolean> | undefined;
  const isGuarded: IsSilenced = (object, type) => isSilenced(object, type) || (ofPeer && ofPeer.handles[type as PeerEvent]);
  const precede = (object: object, type: string, options?: unknown) => {
    noteListener(object, type);
    if (type === 'message' && !(options && typeof options === 'object' ? (options as AddEventListenerOptions).capture : options) && !isClosed(object) && realm.capturesFirst()) (late = late || weakMap()).set(object, true);
    else realm.listenTo(object, type, guardFor(type));
    if (ofPeer) ofPeer.precede(object, type);
  };
  // `when()` (Chromium 135) listens by itself, once it is subscribed to.
  each(['when', 'addEventListener'], (name, i) =>
    patches.wrap(prototype, name, 'value', (next, self, args: Arguments) => {
      const type = args[0];
      // Called on what is no such object, it throws in the engine.
      attempt(() => typeof type === 'string' && isGuarded(self, type) && precede(self, type, args[i + 1]));
      return apply(next, self, args);
    }),
  );
  const guardHandler = (name: string, type: string) => {
    if (name === 'on' + type && isGuarded(prototype, type)) {
      patches.wrap(prototype, name, 'set', (next, self, args: Arguments) => {
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
