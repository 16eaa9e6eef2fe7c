import { estateOf, meetChannel } from './ledger';
import { apply } from './natives';
import type { Patches } from './patches';
import type { Realm } from './realm';

/**
 * Records the channels of each connection where the page meets them: in what `createDataChannel()` returns,
 * and in the `channel` getter of the event, the only way to a channel that the peer made.
 */
export function patchLedger(realm: Realm, patches: Patches): void {
  patches.wrap(realm.Connection.prototype, 'createDataChannel', 'value', (next, self, args) => {
    const channel = apply(next, self, args) as RTCDataChannel;
    meetChannel(self, channel);
    return channel;
  });
  const { RTCDataChannelEvent } = realm.global;
  if (!RTCDataChannelEvent) return;
  patches.wrap(RTCDataChannelEvent.prototype, 'channel', 'get', (next, self) => {
    const channel = apply(next, self) as RTCDataChannel;
    const { isTrusted, target } = self as RTCDataChannelEvent;
    if (isTrusted !== false && target && !estateOf(target)?.closed) meetChannel(target, channel);
    return channel;
  });
}
