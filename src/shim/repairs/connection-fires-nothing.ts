import { oldEngines } from '../../build-flags';
import { isClosed } from '../closed-objects/closed-prototype';
import { type Arguments, type Method, apply, weakMap } from '../engine/intrinsics';
import type { PatchedRealm } from '../patches/patched-realm';
import { repair } from '../repair';

/** Chromium below 85 fires `signalingstatechange`, below 80 `iceconnectionstatechange`; Gecko 33 both. */
repair({
  id: 'connection-fires-nothing',
  suppresses: ['RTCPeerConnection'],
  inLife: oldEngines ? guardCalledHandler : undefined,
});

/** Gecko 33 calls `onsignalingstatechange` with a string, and not as a listener: there is no guard before it, one stands in its place. */
function guardCalledHandler({ Connection, isPrefixedGecko, wrap }: PatchedRealm): void {
  if (!isPrefixedGecko) return;
  const handlers = weakMap<unknown>();
  const name = 'onsignalingstatechange';
  wrap(Connection.prototype, name, 'set', (next, self, args: Arguments) => {
    const handler = args[0] as Method | null;
    handlers.set(self, handler);
    const stand = function (this: unknown, state: unknown) {
      if (typeof state !== 'string' || !isClosed(self)) return apply(handler!, this, arguments);
    };
    return apply(next, self, [typeof handler === 'function' ? stand : handler]);
  });
  wrap(Connection.prototype, name, 'get', (next, self) => {
    const native = apply(next, self, []);
    return native && handlers.get(self);
  });
}
