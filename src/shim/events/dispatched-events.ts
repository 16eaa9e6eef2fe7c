import type { Global } from '../engine/global-object';
import { type Arguments, apply } from '../engine/intrinsics';
import { noteDispatched } from '../engine/untrusted-events';
import type { Patches } from '../patches/patches';

/** Chromium below 46 has no `isTrusted`: there, what is dispatched is noted. */
export function patchDispatch({ Event, EventTarget }: Global, patches: Patches): void {
  if ('isTrusted' in new Event('')) return;
  patches.wrap(EventTarget!.prototype, 'dispatchEvent', 'value', (next, self, args: Arguments) => {
    if (args[0] && typeof args[0] === 'object') noteDispatched(args[0] as Event);
    return apply(next, self, args);
  });
}
