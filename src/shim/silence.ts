import { estateOf } from './ledger';
import { type Arguments, type Method, apply, getOwnPropertyDescriptor, weakMap } from './natives';
import type { Patches } from './patches';
import type { Realm } from './realm';
import { isUntrusted } from './trusted';

/**
 * Holds back the engine's own events from what belongs to a closed connection. What a page dispatches
 * itself is not trusted and passes.
 */
export function guard(this: object, event: Event): void {
  if (isUntrusted(event) || !estateOf(this)?.closed) return;
  if (event.type === 'ended' && takeAwaited(this)) return;
  apply(stop, event);
}

const awaited = weakMap<boolean>();

/** Lets one `ended` pass on a track: the engine's own, if it comes in time, or else the shim's. */
export const awaitEnded = (track: object): unknown => awaited.set(track, true);

/** Whether that one is still to come; from now on it is not. */
export function takeAwaited(track: object): boolean | undefined {
  const due = awaited.get(track);
  awaited.set(track, false);
  return due;
}

const stop = (typeof Event === 'function' ? Event.prototype.stopImmediatePropagation : undefined) as Method;

/** Puts a listener before the page's handler, where no setter could be patched to do so in time. */
export function listenBefore({ listen }: Realm, target: object, type: string, listener: unknown): void {
  const handlers = target as Record<string, unknown>;
  const handler = handlers['on' + type];
  handlers['on' + type] = null;
  listen(target, type, listener);
  handlers['on' + type] = handler;
}

/** Whether a handler is a data property of the instance (Chromium below 43). */
export const isUnshared = (target: object, type: string): unknown => getOwnPropertyDescriptor(target, 'on' + type)?.writable;

/**
 * Sees to it that the guard is the first listener of `types` on every object with this prototype: it goes in
 * just before the page's first one, so that an object without listeners of the page has none of ours and is
 * collected as natively.
 */
export function guardFirst(realm: Realm, patches: Patches, prototype: object, types: readonly string[]): void {
  const precede = (self: object, type: unknown) => {
    for (let i = 0; i < types.length; i++) if (types[i] === type) realm.listen(self, types[i]!, guard);
  };
  patches.wrap(prototype, 'addEventListener', 'value', (next, self, args: Arguments) => {
    precede(self, args[0]);
    return apply(next, self, args);
  });
  types.forEach((type) => {
    const handler = getOwnPropertyDescriptor(prototype, 'on' + type);
    // webrtc-adapter 1 to 4 puts an `ontrack` there that stays as it is.
    if (!handler || !handler.set || !handler.configurable) return;
    patches.wrap(prototype, 'on' + type, 'set', (next, self, args: Arguments) => {
      if (args[0]) precede(self, type);
      return apply(next, self, args);
    });
  });
}
