import { oldEngines } from '../../build-flags';
import { isClosed } from '../closed-objects/closed-prototype';
import { isReceived, registerChannel } from './channel-registry';
import { type Method, apply, attempt, partOf, weakMap } from '../engine/intrinsics';
import type { PatchedRealm } from '../patches/patched-realm';
import { listenBefore } from '../engine/listen-before';
import { isUntrusted } from '../engine/untrusted-events';

/** Closes a channel that the page meets on a connection which it has closed already. */
export type CloseLate = (channel: object) => void;

/** Is told of a connection that has met its first channel. */
type Meet = (connection: object) => unknown;

const targetOf = attempt(() => partOf(Event.prototype, 'target', 'get')) as Method | undefined;

/** Notes a channel that the peer made, at the first reading of the engine's own event: one met on a closed connection is closed. */
function registerReceived(event: Event, channel: RTCDataChannel, closeLate: CloseLate, meet?: Meet): void {
  const target = (targetOf ? apply(targetOf, event, []) : event.target) as object | null;
  if (!target || isUntrusted(event) || isReceived.get(channel)) return;
  isReceived.set(channel, true);
  if (isClosed(target)) closeLate(channel);
  else if (registerChannel(target, channel) && meet) meet(target);
}

/**
 * Records the channels of each connection where the page meets them: in what `createDataChannel()` returns,
 * and in the `channel` getter of the event, the only way to a channel that the peer made.
 */
export function registerChannels(realm: PatchedRealm, closeLate: CloseLate, meet: Meet): void {
  realm.wrap(realm.Connection.prototype, 'createDataChannel', 'value', (next, self, args) => {
    const channel = apply(next, self, args) as RTCDataChannel;
    // A plain `try` and no helper function: in Firefox each further call shows in what `createDataChannel()` costs.
    try {
      if (registerChannel(self, channel)) meet(self);
    } catch {
      // The page has its channel, whether or not it could be noted.
    }
    return channel;
  });
  const { RTCDataChannelEvent } = realm.global;
  if (RTCDataChannelEvent) {
    realm.wrap(RTCDataChannelEvent.prototype, 'channel', 'get', (next, self) => {
      const channel = apply(next, self, []) as RTCDataChannel;
      attempt(() => registerReceived(self as Event, channel, closeLate, meet));
      return channel;
    });
  } else if (oldEngines) registerInEvents(realm, closeLate);
}

/**
 * Chromium below 56 has no name for that event, below 43 no getter: a listener of ours meets the channel, before the
 * page's first one, and before its handler at the latest when the peer is about to be heard of.
 */
function registerInEvents(realm: PatchedRealm, closeLate: CloseLate): void {
  const begun = weakMap<boolean>();
  const meet = (event: RTCDataChannelEvent) => registerReceived(event, event.channel, closeLate);
  ['addEventListener', 'setRemoteDescription'].forEach((name) =>
    realm.wrap(realm.Connection.prototype, name, 'value', (next, self, args) => {
      if (!begun.get(self)) {
        begun.set(self, true);
        listenBefore(realm, self, 'datachannel', meet);
      }
      return apply(next, self, args);
    }),
  );
}
