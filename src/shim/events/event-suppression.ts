import { ignores } from '../closed-objects/closed-members';
import { ownedByKind } from '../owned-objects/owned-objects';
import { isUntrusted } from '../engine/untrusted-events';
import { type Kind, prototypeOf } from '../engine/interfaces';
import { type Arguments, type Method, type Weak, add, apply, attempt, bare, each, keys, weakMap } from '../engine/intrinsics';
import { isLast, lastEvents } from './last-event';
import { isListenedTo, noteListener } from './page-listeners';
import { type IsSuppressed, isClosed } from '../closed-objects/closed-prototype';
import type { PatchedRealm } from '../patches/patched-realm';
import type { PeerEvent, Repair } from '../repair';

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
    // Where the page is not known to listen, the shim fires nothing: listeners that it has added past the guard have the engine's event.
    if (!isLast(type) || state === 'done' || (state === 'ours' && isListenedTo(this, type))) apply(stopImmediatePropagation, event, []);
    else if (state) lastEvents.set(this, 'done');
  });

/** Guards an object when it is closed, where the engine calls capturing listeners first: while it lives, its messages then have no listener of the shim's. */
type GuardMessages = (object: object) => void;

/** What is held back on objects of one kind. */
export interface Suppression {
  ofKind: Kind;
  isSuppressed: IsSuppressed;
  /** What the shim fires instead. */
  fires?: Repair['fires'];
  guardMessages?: GuardMessages | false;
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
    const ofPeer = kind === 'RTCDataChannel' && peerClose;
    const isSuppressed: IsSuppressed = (object, type) =>
      isLast(type) ? type === fires[kind] : all[kind] && 'on' + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && prototypeOf(realm, kind);
    add(suppressions, { ofKind: kind, isSuppressed, fires: fires[kind], guardMessages: prototype && guardFirst(realm, prototype, isSuppressed, ofPeer) });
  });
  return suppressions;
}

/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm: PatchedRealm, prototype: object, isSuppressed: IsSuppressed, ofPeer: ChannelGuard | false): GuardMessages {
  // The objects whose messages are guarded at close(). Without a listener for messages, closing thousands of channels looks nothing up.
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
      // On another kind of object the look may throw; the error that the page gets is the engine's.
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
