import { isClosed } from './layers';
import { type Arguments, type Method, apply, each, keys, weakMap } from './natives';
import type { Patches } from './patches';
import type { Kind, Realm } from './realm';
import type { Repair } from './repair';
import { isUntrusted } from './trusted';

/** The tracks whose one `ended` is to come: the engine's own, if it comes in time, or else the shim's. */
export const awaited = weakMap<boolean>();

const stop = (typeof Event === 'function' ? Event.prototype.stopImmediatePropagation : undefined) as Method;

/**
 * Holds back the engine's own events from what belongs to a closed connection. What a page dispatches
 * itself is not trusted and passes.
 */
export function guard(this: object, event: Event): void {
  if (!isClosed(this) || isUntrusted(event)) return;
  if (event.type === 'ended' && awaited.get(this)) awaited.set(this, false);
  else apply(stop, event);
}

/** Whether the events of a type are held back on an object. */
export type IsSilenced = (object: object, type: string) => boolean;

/** What is held back, and fired instead, on what kinds of objects. */
export type Silences = Partial<Record<Kind, { isSilenced: IsSilenced; fires?: Repair['fires'] }>>;

const kindOf = { close: 'RTCDataChannel', ended: 'MediaStreamTrack' } as const;

/** Has the guard stand before the page's listeners, and says where. */
export function patchSilence(realm: Realm, patches: Patches, repairs: readonly Repair[]): Silences {
  const silences: Silences = {};
  const all: Partial<Record<Kind, boolean>> = {};
  const fires: Partial<Record<Kind, Repair['fires']>> = {};
  each(repairs, (repair) => {
    each(repair.silences || [], (kind) => (all[kind] = true));
    if (repair.fires) fires[kindOf[repair.fires]] = repair.fires;
  });
  each(keys(all).concat(keys(fires)) as Kind[], (kind) => {
    if (silences[kind]) return;
    const isSilenced: IsSilenced = (object, type) =>
      type === 'close' || type === 'ended' ? type === fires[kind] : !!all[kind] && 'on' + type in object;
    silences[kind] = { isSilenced, fires: fires[kind] };
    const prototype = realm.prototypeOf(kind);
    if (prototype) guardFirst(realm, patches, prototype, isSilenced);
  });
  return silences;
}

/**
 * Sees to it that the guard is the first listener on every object with this prototype: it goes in just before the
 * page's first one of a type, so that an object without listeners of the page has none of ours and is collected as natively.
 */
function guardFirst(realm: Realm, patches: Patches, prototype: object, isSilenced: IsSilenced): void {
  patches.wrap(prototype, 'addEventListener', 'value', (next, self, args: Arguments) => {
    const type = args[0];
    if (typeof type === 'string' && isSilenced(self, type)) realm.listen(self, type, guard);
    return apply(next, self, args);
  });
  for (const name in prototype) {
    const type = name.slice(2);
    if (name !== 'on' + type || !isSilenced(prototype, type)) continue;
    patches.wrap(prototype, name, 'set', (next, self, args: Arguments) => {
      if (args[0]) realm.listen(self, type, guard);
      return apply(next, self, args);
    });
  }
}
