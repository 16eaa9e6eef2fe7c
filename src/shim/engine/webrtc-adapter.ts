import { type Method, attempt, each, getOwnPropertyNames, partOf } from './intrinsics';
import { sourceContains, knownFunctions } from './native-functions';

/** Whether webrtc-adapter has put it there: a `send()` of a channel's own up to 8, and one in old Chromium and Firefox since. */
export const isFromAdapter = (method: unknown): boolean => sourceContains(method, 'maxMessageSize');

/** Has what webrtc-adapter put on the connection's prototype before the shim came count as the engine's: on a closed object it is replaced as the engine's is. */
export function treatAdapterAsNative(prototype: object): void {
  const call = partOf(prototype, 'setRemoteDescription', 'value');
  // The second is in front of the first in Chromium below 71.
  if (!isFromAdapter(call) && !sourceContains(call, 'extmap-allow')) return;
  each(getOwnPropertyNames(prototype), (name) =>
    each(['value', 'get'] as const, (part) =>
      // Throws where there is none.
      attempt(() => knownFunctions.set(partOf(prototype, name, part) as Method, true)),
    ),
  );
}
