import { type IsSilenced, createSealer, isClosed, revive } from './layers';
import { type Behaviour, ignores, refuses } from './fates';
import { channelsOf } from './ledger';
import { ask } from './engine-made';
import { type Method, add, apply, attempt, bare, each, weakMap } from './natives';
import type { Options } from './options';
import type { Patches } from './patches';
import type { Realm } from './realm';
import type { PeerEvent, Repair } from './repair';
import { guardFor, isListenedTo, owed, settle, stop } from './silence';
import { isUntrusted } from './trusted';

/** What a channel reads when the peer has closed: "closing" until its turn. */
const stages = weakMap<'closing' | 'closed'>();

/** By when an engine that fires on channels has done so, in milliseconds; messages that were on their way are there by then. */
const PATIENCE = 40;

/** Which of them the page has closed since. */
const closedHere = weakMap<boolean>();

/** Closes a channel of a connection that is closed here when its peer has closed, and its turn may still be to come. */
export function closeEarly(channel: object): void {
  closedHere.set(channel, true);
  if (stages.get(channel)) stages.set(channel, 'closed');
}

type Turn = [channel: object, type: PeerEvent];

/** Whether an `error` is the engine's own of a peer that has closed. Chromium below 102 gives no cause. */
const tellsOfPeer = (event: RTCErrorEvent) =>
  !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === 'Transport channel closed');

/** Watches the transports of a connection. */
export type Watch = (connection: object) => unknown;

/** What is done on connections that live. */
export interface PeerClose {
  /** What the shim fires, or holds back. */
  ours: Partial<Record<PeerEvent, boolean>>;
  /** What is to be done with each connection that has a channel. */
  watch: Watch | undefined;
  /** Puts in what has to hear an event of a channel before the page does. */
  precede(channel: object, type: string): void;
}

/**
 * Where the engine does not do it all: closes the channels of a connection whose transport says that the peer is gone, and
 * tells the page in the order of the contract.
 * @see https://w3c.github.io/webrtc-pc/#announcing-a-data-channel-as-closed
 */
export function createPeerClose(realm: Realm, patches: Patches, repairs: readonly Repair[], { clauses, peerCloseError }: Required<Options>): PeerClose {
  const ours: Partial<Record<PeerEvent, boolean>> = bare({});
  each(repairs, ({ peer }) => peer && (ours[peer] = true));
  const wantsError = peerCloseError === 'event';
  const isNeeded = (ours.reads || ours.closing || ours.close || (ours.error && wantsError)) && 'sctp' in realm.Connection.prototype;
  // What is fired in turn is fired as a whole.
  if (isNeeded) {
    ours.close = true;
    ours.closing = clauses['peer-close-channels-fire-closing'] !== 'off';
    ours.error = !wantsError || clauses['peer-close-channels-fire-error'] !== 'off';
  }

  const watched = weakMap<boolean>();
  const heard = weakMap<() => void>();
  const closedAlone = weakMap<boolean>();

  const isSilenced: IsSilenced = (channel, type) => {
    const hear = type === 'close' && heard.get(channel);
    if (hear) hear();
    if (type === 'error' && closedAlone.get(channel)) return false;
    return type === 'message' ? stages.get(channel) === 'closed' : !!ours[type as PeerEvent];
  };
  const readyState: Behaviour = (_realm, _name, _args, channel) => stages.get(channel);
  // No clause is about that before the page closes its side: it does as in the engine.
  const send: Behaviour = (_realm, name, args, channel, next) => (closedHere.get(channel) ? refuses(realm, name, args, channel, next) : apply(next, channel, args));
  const seal = createSealer(realm, patches, bare({ readyState, send, close: ignores }), isSilenced);

  // No iterator: pages patch those of lists.
  const take = ({ 0: channel, 1: type }: Turn) => {
    const isLate = type !== 'close' && stages.get(channel) === 'closed';
    if (type !== 'closing') stages.set(channel, 'closed');
    if (isLate || !ours[type]) return;
    if (type === 'close') settle(realm, channel, type);
    else if ((type !== 'error' || wantsError) && isListenedTo(channel, type)) realm.fire(channel, type);
  };

  const closeChannels = (connection: object) => {
    const turns: Turn[] = [];
    let silent = 0;
    let started = false;
    const start = () => {
      if (!started) each(turns, (turn) => realm.task(() => take(turn)));
      started = true;
    };
    each(channelsOf(connection), (channel) =>
      attempt(() => {
        const readyState = ask(channel, 'readyState');
        // Where the page has broken it, there is no telling.
        if (!readyState || readyState === 'closed' || !seal(channel)) return;
        stages.set(channel, 'closing');
        owed.set(channel, 'ours');
        // On what the page itself was closing, an error would be a false alarm: it is the engine's affair (Firefox 159 fires one). Firefox begins
        // to close a channel as the peer does, and has fired `closing` then.
        if (readyState !== 'closing') add<Turn>(turns, [channel, 'closing']);
        if (readyState !== 'closing' || closingHeard.get(channel)) add<Turn>(turns, [channel, 'error']);
        else closedAlone.set(channel, true);
        add<Turn>(turns, [channel, 'close']);
        silent++;
        heard.set(channel, () => --silent || start());
        realm.listen(channel, 'close', guardFor('close'));
      }),
    );
    realm.later(start, PATIENCE);
  };

  const watch = (connection: RTCPeerConnection, transport: RTCSctpTransport | RTCDtlsTransport) => {
    if (watched.get(transport)) return;
    watched.set(transport, true);
    let connected = false;
    const hear = () =>
      attempt(() => {
        const { state } = transport;
        const { sctp } = connection;
        // One that BUNDLE puts out of use was never connected.
        connected = connected || state === 'connected';
        if (state !== 'closed' || !connected || !sctp || (sctp !== transport && sctp.transport !== transport) || !patches.isActive()) return;
        const signaling = !isClosed(connection) && realm.stateOf(connection);
        // Without a state there is no telling whose close it was.
        if (signaling && signaling !== 'closed') closeChannels(connection);
      });
    realm.listen(transport, 'statechange', hear);
    hear();
  };

  function look(this: RTCPeerConnection): void {
    attempt(() => {
      const { sctp } = this;
      if (!sctp) return;
      watch(this, sctp);
      watch(this, sctp.transport);
    });
  }

  const closingHeard = weakMap<boolean>();

  function hearClosing(this: object, event: Event): void {
    attempt(() => !isUntrusted(event) && closingHeard.set(this, true));
  }

  /** Chromium 138 and 156 leave out `closing` on some received channels. */
  function completeClosing(this: object, event: RTCErrorEvent): void {
    attempt(() => {
      if (closingHeard.get(this) || !isListenedTo(this, 'closing') || !patches.isActive() || !tellsOfPeer(event) || !seal(this)) return;
      stages.set(this, 'closing');
      realm.fire(this, 'closing');
      // The page has closed its side in there: what comes is no news.
      if (stages.get(this) === 'closed') apply(stop, event, []);
      stages.set(this, 'closed');
      revive(this);
    });
  }

  function muffle(event: RTCErrorEvent): void {
    attempt(() => patches.isActive() && tellsOfPeer(event) && apply(stop, event, []));
  }

  const startWatching: Watch = (connection) => {
    realm.listen(connection, 'signalingstatechange', look);
    apply(look as Method, connection, []);
  };

  return {
    ours,
    watch: isNeeded ? startWatching : undefined,
    precede(channel, type) {
      const isError = type === 'error';
      if (isNeeded && (isError || type === 'closing')) {
        realm.listen(channel, 'closing', hearClosing);
        if (ours.closing) realm.listen(channel, 'error', completeClosing);
      }
      if (isError && !wantsError) realm.listen(channel, type, muffle);
    },
  };
}
