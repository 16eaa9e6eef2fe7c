import { estateOf, meetChannel } from './ledger';
import { apply, weakMap } from './natives';
import type { Patches } from './patches';
import type { Realm } from './realm';
import { listenBefore } from './silence';
import { isUntrusted } from './trusted';

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
  if (!RTCDataChannelEvent) return meetInEvents(realm, patches);
  patches.wrap(RTCDataChannelEvent.prototype, 'channel', 'get', (next, self) => {
    const channel = apply(next, self) as RTCDataChannel;
    const { target } = self as RTCDataChannelEvent;
    if (target && !isUntrusted(self as Event) && !estateOf(target)?.closed) meetChannel(target, channel);
    return channel;
  });
}

/**
 * Chromium below 56 has no name for that event, below 43 no getter: a listener of ours meets the channel, before the
 * page's first one, and before its handler at the latest when the peer is about to be heard of.
 */
function meetInEvents(realm: Realm, patches: Patches): void {
  const begun = weakMap<boolean>();
  const { prototype } = realm.Connection;
  function meet(this: object, event: RTCDataChannelEvent) {
    if (!isUntrusted(event) && !estateOf(this)?.closed) meetChannel(this, event.channel);
  }
  ['addEventListener', 'setRemoteDescription'].forEach((name) =>
    patches.wrap(prototype, name, 'value', (next, self, args) => {
      if (!begun.get(self)) {
        begun.set(self, true);
        listenBefore(realm, self, 'datachannel', meet);
      }
      return apply(next, self, args);
    }),
  );
}
