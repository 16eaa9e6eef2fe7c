import { type IsSilenced, isClosed } from './layers';
import { type Arguments, type Method, type Weak, add, apply, attempt, bare, each, keys, weakMap } from './natives';
import { kinds } from './reach';
import type { Patches } from './patches';
import type { PeerClose } from './peer-close';
import type { Kind, Realm } from './realm';
import type { PeerEvent, Repair } from './repair';
import { isUntrusted } from './trusted';

/** The tracks whose one `ended` is to come: the engine's own, if it comes in time, or else the shim's. */
export const awaited = weakMap<boolean>();

/** `stopImmediatePropagation`. */
export const stop = (typeof Event === 'function' ? Event.prototype.stopImmediatePropagation : undefined) as Method;

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
    if (type === 'ended' && awaited.get(this)) awaited.set(this, false);
    else apply(stop, event, []);
  });

/** What is held back on objects of one kind. */
export interface Silence {
  kind: Kind;
  isSilenced: IsSilenced;
  /** What the shim fires instead. */
  fires?: Repair['fires'];
  /** Guards an object when it is closed, where the engine calls capturing listeners first: its messages then have no listener of ours. */
  guardLate?: (object: object) => void;
}

const kindOf = { close: 'RTCDataChannel', ended: 'MediaStreamTrack' } as const;

/** Has the guard stand before the page's listeners, and says where, kind by kind. */
export function patchSilence(realm: Realm, patches: Patches, repairs: readonly Repair[], peerClose: PeerClose): Silence[] {
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
      type === 'close' || type === 'ended' ? type === fires[kind] : !!all[kind] && 'on' + type in object;
    const prototype = (all[kind] || fires[kind] || ofPeer) && realm.prototypeOf(kind);
    add(silences, { kind, isSilenced, fires: fires[kind], guardLate: prototype ? guardFirst(realm, patches, prototype, isSilenced, ofPeer) : undefined });
  });
  return silences;
}

/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm: Realm, patches: Patches, prototype: object, isSilenced: IsSilenced, ofPeer?: PeerClose): NonNullable<Silence['guardLate']> {
  // Not made where no messages are heard: then thousands of channels need not be looked up.
  let late: Weak<boolean> | undefined;
  const isGuarded: IsSilenced = (object, type) => isSilenced(object, type) || !!(ofPeer && ofPeer.ours[type as PeerEvent]);
  const precede = (object: object, type: string, options?: unknown) => {
    const captures = options && typeof options === 'object' ? (options as AddEventListenerOptions).capture : options;
    if (type === 'message' && !captures && !isClosed(object) && realm.capturesFirst()) (late = late || weakMap()).set(object, true);
    else realm.listen(object, type, guardFor(type));
    if (ofPeer) ofPeer.precede(object, type);
  };
  patches.wrap(prototype, 'addEventListener', 'value', (next, self, args: Arguments) => {
    const type = args[0];
    // What is no such object is the engine's to refuse.
    attempt(() => typeof type === 'string' && isGuarded(self, type) && precede(self, type, args[2]));
    return apply(next, self, args);
  });
  for (const name in prototype) {
    const type = name.slice(2);
    if (name !== 'on' + type || !isGuarded(prototype, type)) continue;
    patches.wrap(prototype, name, 'set', (next, self, args: Arguments) => {
      attempt(() => args[0] && precede(self, type));
      return apply(next, self, args);
    });
  }
  return (object) => {
    if (late && late.get(object)) realm.listen(object, 'message', guardFor('message'));
  };
}
