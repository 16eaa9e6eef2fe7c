import { oldEngines } from '../../build-flags';
import { type Arguments, apply, weakMap } from './intrinsics';
import type { Patches } from '../patches/patches';
import type { Global } from './realm';

const dispatched = /*@__PURE__*/ weakMap<boolean>();

/** Notes that an event comes from a script, where the event itself does not say so. */
export function noteDispatched(event: Event): void {
  if (oldEngines && event.isTrusted === undefined) dispatched.set(event, true);
}

/** Whether an event comes from a script and not from the engine. */
export const isUntrusted = (event: Event): unknown =>
  oldEngines && event.isTrusted === undefined ? dispatched.get(event) : !event.isTrusted;

/** Chromium below 46 has no `isTrusted`: there, what is dispatched is noted. */
export function patchDispatch({ Event, EventTarget }: Global, patches: Patches): void {
  if ('isTrusted' in new Event('')) return;
  patches.wrap(EventTarget!.prototype, 'dispatchEvent', 'value', (next, self, args: Arguments) => {
    if (args[0] && typeof args[0] === 'object') noteDispatched(args[0] as Event);
    return apply(next, self, args);
  });
}
