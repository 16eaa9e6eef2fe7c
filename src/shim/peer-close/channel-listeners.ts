import { reopen } from '../closed-objects/closed-prototype';
import { apply, attempt } from '../engine/intrinsics';
import { isUntrusted } from '../engine/untrusted-events';
import { type ChannelGuard, stopImmediatePropagation } from '../events/event-suppression';
import { isListenedTo } from '../events/page-listeners';
import { isReceived } from '../owned-objects/channel-registry';
import type { PatchedRealm } from '../patches/patched-realm';
import { hasFiredClosing, isClosedHere, shownState } from './channel-stage';

/** Whether an `error` is the engine's own of a peer that has closed. Chromium below 102 gives no cause. */
const isOfPeerClose = (event: RTCErrorEvent) =>
  !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === 'Transport channel closed');

/** A listener that throws nothing into the page. */
const listener = <Target extends object, Heard>(hear: (target: Target, event: Heard) => unknown) =>
  function (this: Target, event: Heard) {
    attempt(() => hear(this, event));
  };

const hearClosing = listener((channel, event: Event) => !isUntrusted(event) && hasFiredClosing.set(channel, true));

/**
 * What listens on a channel before the page does, for the engine's `closing` and `error`. Where the shim acts on them, `closeObject` gives a channel its
 * closed-object prototype, if the shim is to fire the `closing` that the engine has left out.
 */
export function channelListeners(realm: PatchedRealm, wantsError: boolean, closeObject: false | ((channel: object) => unknown)): ChannelGuard['precede'] {
  const hearError = listener((channel, event: RTCErrorEvent) => {
    if (!realm.isActive() || !isOfPeerClose(event)) return;
    // Chromium 138 and 156 leave out `closing` on received channels, where the peer closes in the task in which they came up. One that was
    // made here has none because the page was closing it itself.
    if (closeObject && isReceived.get(channel) && !hasFiredClosing.get(channel) && isListenedTo(channel, 'closing') && closeObject(channel)) {
      shownState.set(channel, 'closing');
      realm.fire(channel, 'closing');
      // The page has closed its connection in the `closing` listener: it needs no `error` of a peer's close any more.
      if (isClosedHere.get(channel)) apply(stopImmediatePropagation, event, []);
      shownState.set(channel, 'closed');
      reopen(channel);
    }
    if (!wantsError) apply(stopImmediatePropagation, event, []);
  });
  return (channel, type) => {
    if ((closeObject || !wantsError) && (type === 'error' || type === 'closing')) {
      realm.listenTo(channel, 'closing', hearClosing);
      realm.listenTo(channel, 'error', hearError);
    }
  };
}
