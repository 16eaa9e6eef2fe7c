import { weakMap } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';
import { isListenedTo } from './page-listeners';

/**
 * Whose the one last event of a closed object (`close`, `ended`) is to be: with `ours` the engine's is suppressed and the shim fires its own, with `either` the
 * first of the two that comes is let through, and after `done` none is. Objects that are not in here have the engine's.
 */
export const lastEvents = weakMap<'ours' | 'either' | 'done'>();

/** Whether an event is the last of its object, of which there is to be one. */
export const isLast = (type: string) => type === 'close' || type === 'ended';

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
