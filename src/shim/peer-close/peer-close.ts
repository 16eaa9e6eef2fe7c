import { isClosedAlone, isClosedHere, onEngineClose, shownState } from './channel-stage';
import { channelListeners } from './channel-listeners';
import { type Behaviour, refuses } from '../closed-objects/closed-members';
import type { Chosen } from '../choice/options';
import { type IsSuppressed, createObjectCloser } from '../closed-objects/closed-prototype';
import { type Handles, channelCloser } from './close-channels';
import type { PatchedRealm } from '../patches/patched-realm';
import { apply, bare, each } from '../engine/intrinsics';
import { type Watch, watchTransports } from './watch-transports';
import type { ChannelGuard } from '../events/event-suppression';
import type { PeerEvent, Repair } from '../repair';

/** What is done on connections that live. */
export interface PeerClose extends ChannelGuard {
  /** What is to be done with each connection that has a channel. */
  watch: Watch | false;
}

/**
 * Where the engine does not do it all: closes the channels of a connection whose transport says that the peer is gone, and
 * tells the page in the order of the contract.
 * @see https://w3c.github.io/webrtc-pc/#announcing-a-data-channel-as-closed
 */
export function createPeerClose(realm: PatchedRealm, repairs: readonly Repair[], { clauses, peerCloseError }: Chosen): PeerClose {
  const handles: Handles = bare({});
  const wantsError = peerCloseError !== 'none';
  let isNeeded = false;
  each(repairs, ({ peer }) => {
    if (peer) handles[peer] = true;
    if (peer === 'error' ? wantsError : peer) isNeeded = 'sctp' in realm.Connection.prototype;
  });
  // What is fired in turn is fired as a whole.
  if (isNeeded) {
    handles.close = true;
    handles.closing = clauses['peer-close-channels-fire-closing'] !== 'off';
    handles.error = !wantsError || clauses['peer-close-channels-fire-error'] !== 'off';
  }

  const isSuppressed: IsSuppressed = (channel, type) => {
    const hear = type === 'close' && onEngineClose.get(channel);
    if (hear) hear();
    if (type === 'error' && isClosedAlone.get(channel)) return false;
    return type === 'message' ? shownState.get(channel) === 'closed' : handles[type as PeerEvent];
  };
  const readyState: Behaviour = (_next, channel) => shownState.get(channel);
  // No clause is about that before the page closes its side: it does as in the engine, and so does `close()`.
  const send: Behaviour = (next, channel, args, called) => (isClosedHere.get(channel) ? refuses : apply)(next, channel, args, called);
  const closeObject = createObjectCloser(realm, bare({ readyState, send }), isSuppressed);
  return {
    handles,
    watch: isNeeded && watchTransports(realm, channelCloser(realm, handles, wantsError, closeObject)),
    precede: channelListeners(realm, wantsError, isNeeded && ((channel) => handles.closing && closeObject(channel))),
  };
}
