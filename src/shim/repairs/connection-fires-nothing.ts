import { estateOf } from '../ledger';
import { type Arguments, type Method, apply, weakMap } from '../natives';
import type { Repair } from '../repair';

/** Chromium below 85 fires `signalingstatechange`, below 80 `iceconnectionstatechange`; Gecko 33 both. */
export const connectionFiresNothing: Repair = {
  id: 'connection-fires-nothing',
  silences: {
    RTCPeerConnection: [
      'signalingstatechange',
      'iceconnectionstatechange',
      'connectionstatechange',
      'icegatheringstatechange',
      'negotiationneeded',
      'icecandidate',
      'icecandidateerror',
      'track',
      'datachannel',
      'addstream',
      'removestream',
    ],
  },
  live({ callsHandlers, Connection }, patches) {
    if (!callsHandlers) return;
    // What is called with a string, and not as a listener, has no guard before it: one stands in its place.
    const handlers = weakMap<unknown>();
    const name = 'onsignalingstatechange';
    patches.wrap(Connection.prototype, name, 'set', (next, self, args: Arguments) => {
      const handler = args[0] as Method | null;
      handlers.set(self, handler);
      const stand = function (this: unknown, state: unknown) {
        if (typeof state !== 'string' || !estateOf(self)?.closed) return apply(handler!, this, arguments);
      };
      return apply(next, self, [typeof handler === 'function' ? stand : handler]);
    });
    patches.wrap(Connection.prototype, name, 'get', (next, self) => {
      const native = apply(next, self);
      return native && handlers.get(self);
    });
  },
};
