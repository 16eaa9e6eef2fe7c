import { oldEngines } from '../../build-flags';
import { weakMap } from './intrinsics';

const dispatched = /*@__PURE__*/ weakMap<boolean>();

/** Notes that an event comes from a script, where the event itself does not say so. */
export function noteDispatched(event: Event): void {
  if (oldEngines && event.isTrusted === undefined) dispatched.set(event, true);
}

/** Whether an event comes from a script and not from the engine. */
export const isUntrusted = (event: Event): unknown =>
  oldEngines && event.isTrusted === undefined ? dispatched.get(event) : !event.isTrusted;
