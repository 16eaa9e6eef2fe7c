import { type IsSilenced, createSealer, isClosed, revive } from '../closed-objects/closed-prototype';
import { type Behaviour, ignores, refuses } from '../closed-objects/closed-members';
import { channelsOf } from '../owned-objects/channel-registry';
import type { Watch } from '../owned-objects/register-channels';
import { ask } from '../engine/ask';
import { apply, attempt, bare, each, weakMap } from '../engine/intrinsics';
import type { Chosen } from '../choice/options';
import type { Patches } from '../patches/patches';
import type { Realm } from '../engine/realm';
import type { PeerEvent, Repair } from '../repair';
import { type ChannelGuard, guardFor, isListenedTo, owed, settle, stop } from '../events/event-suppression';
import { isUntrusted } from '../engine/untrusted-events';

/** What a channel reads when the peer has closed: "closing" until its turn. */
const stages = weakMap<'closing' | 'closed'>();

/** By when an engine that fires on channels has done so, in milliseconds; messages that were on their way are there by then. */
const PATIENCE = 40;

/** The transports that were connected once. */
const connected = weakMap<boolean>();

/** Which of them the page has closed since. */
const closedHere = weakMap<boolean>();

/** Closes a channel of a connection that is closed here when its peer has closed, and its turn may still be to come. */
export function closeEarly(channel: object): void {
  closedHere.set(channel, true);
  if (stages.get(channel)) stages.set(channel, 'closed');
}

/** Whether an `error` is the engine's own of a peer that has closed. Chromium below 102 gives no cause. */
const tellsOfPeer = (event: RTCErrorEvent) =>
  !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === 'Transport channel closed');

/** A listener that throws nothing into the page. */
const listener = <Target extends object, Heard>(hear: (target: Target, event: Heard) => unknown) =>
  function (this: Target, event: Heard) {
    attempt(() => hear(this, event));
  };

/** What is done on connections that live. */
export interface PeerClose extends ChannelGuard {
  /** What is to be done with each connection that has a channel. */
  watch: Watch | undefined;
}

/**
 * Where the engine does not do it all: closes the channels of a connection whose transport says that the peer is gone, and
 * tells the page in the order of the contract.
 * @see https://w3c.github.io/webrtc-pc/#announcing-a-data-channel-as-closed
 */
export function createPeerClose(realm: Realm, patches: Patches, repairs: readonly Repair[], { clauses, peerCloseError }: Chosen): PeerClose {
  const ours: Partial<Record<PeerEvent, boolean>> = bare({});
  const wantsError = peerCloseError !== 'none';
  let isNeeded = false;
  each(repairs, ({ peer }) => {
    if (peer) ours[peer] = true;
    if (peer === 'error' ? wantsError : peer) isNeeded = 'sctp' in realm.Connection.prototype;
  });
  // What is fired in turn is fired as a whole.
  if (isNeeded) {
    ours.close = true;
    ours.closing = clauses['peer-close-channels-fire-closing'] !== 'off';
    ours.error = !wantsError || clauses['peer-close-channels-fire-error'] !== 'off';
  }

  const heard = weakMap<() => void>();
  const closedAlone = weakMap<boolean>();
  const closingHeard = weakMap<boolean>();

  const isSilenced: IsSilenced = (channel, type) => {
    const hear = type === 'close' && heard.get(channel);
    if (hear) hear();
    if (type === 'error' && closedAlone.get(channel)) return false;
    return type === 'message' ? stages.get(channel) === 'closed' : ours[type as PeerEvent];
  };
  const readyState: Behaviour = (_next, channel) => stages.get(channel);
  // No clause is about that before the page closes its side: it does as in the engine.
  const send: Behaviour = (next, channel, args, name) => (closedHere.get(channel) ? refuses : apply)(next, channel, args, name, realm);
  const seal = createSealer(realm, patches, bare({ readyState, send, close: ignores }), isSilenced);

  const take = (channel: object, type: 'closing' | 'error' | 'close') => {
    const isLate = stages.get(channel) === 'closed';
    if (type !== 'closing') stages.set(channel, 'closed');
    if (type === 'close') settle(realm, channel, type);
    else if (!isLate && ours[type] && (type === 'closing' || wantsError) && isListenedTo(channel, type)) realm.fire(channel, type);
  };

  const closeChannels = (connection: object) => {
    let turns: (() => void)[] = bare([]);
    let silent = 0;
    const start = () => {
      each(turns, realm.task);
      turns = bare([]);
    };
    each(channelsOf(connection), (channel) =>
      attempt(() => {
        const readyState = ask(channel, 'readyState');
        // Where the page has broken it, there is no telling.
        if (!readyState || readyState === 'closed' || !seal(channel)) return;
        stages.set(channel, 'closing');
        owed.set(channel, 'ours');
        const queue = (type: 'closing' | 'error' | 'close') => (turns[turns.length] = () => take(channel, type));
        // On what the page itself was closing, an error would be a false alarm: it is the engine's affair (Firefox 159 fires one). Firefox begins
        // to close a channel as the peer does, and has fired `closing` then.
        if (readyState !== 'closing') queue('closing');
        if (readyState !== 'closing' || closingHeard.get(channel)) queue('error');
        else closedAlone.set(channel, true);
        queue('close');
        silent++;
        heard.set(channel, () => --silent || start());
        realm.listenTo(channel, 'close', guardFor('close'));
      }),
    );
    const { postpone } = realm;
    postpone(start, PATIENCE);
  };

  const hearClosing = listener((channel, event: Event) => !isUntrusted(event) && closingHeard.set(channel, true));

  const hearError = listener((channel, event: RTCErrorEvent) => {
    if (!patches.isActive() || !tellsOfPeer(event)) return;
    // Chromium 138 and 156 leave out `closing` on some received channels.
    if (isNeeded && ours.closing && !closingHeard.get(channel) && isListenedTo(channel, 'closing') && seal(channel)) {
      stages.set(channel, 'closing');
      realm.fire(channel, 'closing');
      // The page has closed its side in there: what comes is no news.
      if (stages.get(channel) === 'closed') apply(stop, event, []);
      stages.set(channel, 'closed');
      revive(channel);
    }
    if (!wantsError) apply(stop, event, []);
  });

  return {
    handles: ours,
    watch: isNeeded
      ? (connection) => {
          // Listening again changes nothing.
          const look = () =>
            attempt(() => {
              const signaling = realm.stateOf(connection);
              // Chromium tells of the page's own close from inside it. Without a state there is no telling whose close it was.
              if (isClosed(connection) || !signaling || signaling === 'closed' || !patches.isActive()) return;
              const { sctp } = connection as RTCPeerConnection;
              // What the page has put in the way of the DTLS transport leaves the other.
              each(sctp ? [sctp, attempt(() => sctp.transport)!] : [], (transport) => {
                realm.listenTo(transport, 'statechange', look);
                const { state } = transport;
                // One that BUNDLE puts out of use was never connected.
                if (state === 'connected') connected.set(transport, true);
                else if (state === 'closed' && connected.get(transport)) closeChannels(connection);
              });
            });
          realm.listenTo(connection, 'signalingstatechange', look);
          look();
        }
      : undefined,
    precede(channel, type) {
      if ((isNeeded || !wantsError) && (type === 'error' || type === 'closing')) {
        realm.listenTo(channel, 'closing', hearClosing);
        realm.listenTo(channel, 'error', hearError);
      }
    },
  };
}
