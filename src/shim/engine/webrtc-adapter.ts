import { type Method, attempt, each, getOwnPropertyNames, partOf } from './intrinsics';
import { says, standIns } from './native-functions';

/** Whether webrtc-adapter has put it there: a `send()` of a channel's own up to 8, and one in old Chromium and Firefox since. */
export const isAdapters = (method: unknown): boolean => says(method, 'maxMessageSize');

/** webrtc-adapter is a layer of the engine's: what it has put on the connection's prototype before the shim came is sealed as the engine's is. */
export function noteAdapter(prototype: object): void {
  const call = partOf(prototype, 'setRemoteDescription', 'value');
  // The second is in front of the first in Chromium below 71.
  if (!isAdapters(call) && !says(call, 'extmap-allow')) return;
  each(getOwnPropertyNames(prototype), (name) =>
    each(['value', 'get'] as const, (part) =>
      // Throws where there is none.
      attempt(() => standIns.set(partOf(prototype, name, part) as Method, true)),
    ),
  );
}
