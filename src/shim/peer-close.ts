import { type IsSilenced, createSealer, isClosed, revive } from './layers';
import { type Behaviour, ignores, refuses } from './fates';
import { channelsOf } from './ledger';
import { ask } from './engine-made';
import { type Method, add, apply, attempt, bare, each, weakMap } from './natives';
import type { Chosen } from './options';
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

/** Whether an `error` is the engine's own of a peer that has closed. Chromium below 102 gives no cause. */
const tellsOfPeer = (event: RTCErrorEvent) =>
  !isUntrusted(event) && event.error && (event.error.sctpCauseCode === 12 || event.error.message === 'Transport channel closed');

/** A listener that throws nothing into the page. */
const listener = <Target extends object, Heard>(hear: (target: Target, event: Heard) => unknown) =>
  function (this: Target, event: Heard) {
    attempt(() => hear(this, event));
  };

/** Watches the transports of a connection. */
export type Watch = (connection: object) => unknown;

/** What is done on connections that live. */
export interface PeerClose {
  /** What the shim fires, or holds back. */
  handles: Partial<Record<PeerEvent, boolean>>;
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
export function createPeerClose(realm: Realm, patches: Patches, repairs: readonly Repair[], { clauses, peerCloseError }: Chosen): PeerClose {
  const ours: Partial<Record<PeerEvent, boolean>> = bare({});
  each(repairs, ({ peer }) => peer && (ours[peer] = true));
  const wantsError = peerCloseError !== 'none';
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

  const take = (channel: object, type: PeerEvent) => {
    const isLate = type !== 'close' && stages.get(channel) === 'closed';
    if (type !== 'closing') stages.set(channel, 'closed');
    if (isLate || !ours[type]) return;
    if (type === 'close') settle(realm, channel, type);
    else if ((type !== 'error' || wantsError) && isListenedTo(channel, type)) realm.fire(channel, type);
  };

  const closeChannels = (connection: object) => {
    const turns: (() => void)[] = [];
    let silent = 0;
    let started = false;
    const start = () => {
      if (!started) each(turns, realm.task);
      started = true;
    };
    each(channelsOf(connection), (channel) =>
      attempt(() => {
        const readyState = ask(channel, 'readyState');
        // Where the page has broken it, there is no telling.
        if (!readyState || readyState === 'closed' || !seal(channel)) return;
        stages.set(channel, 'closing');
        owed.set(channel, 'ours');
        const queue = (type: PeerEvent) => add(turns, () => take(channel, type));
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
    realm.postpone(start, PATIENCE);
  };

  const watch = (connection: RTCPeerConnection, transport: RTCSctpTransport | RTCDtlsTransport) => {
    if (watched.get(transport)) return;
    watched.set(transport, true);
    let connected = false;
    const hear = () =>
      attempt(() => {
        // Chromium tells of the page's own close from inside it.
        if (isClosed(connection)) return;
        const { state } = transport;
        const { sctp } = connection;
        // One that BUNDLE puts out of use was never connected.
        connected = connected || state === 'connected';
        if (state !== 'closed' || !connected || !sctp || (sctp !== transport && sctp.transport !== transport) || !patches.isActive()) return;
        const signaling = realm.stateOf(connection);
        // Without a state there is no telling whose close it was.
        if (signaling && signaling !== 'closed') closeChannels(connection);
      });
    realm.listenTo(transport, 'statechange', hear);
    hear();
  };

  const look = listener((connection: RTCPeerConnection) => {
    const { sctp } = connection;
    if (!sctp) return;
    watch(connection, sctp);
    watch(connection, sctp.transport);
  });

  const closingHeard = weakMap<boolean>();

  const hearClosing = listener((channel, event: Event) => !isUntrusted(event) && closingHeard.set(channel, true));

  /** Chromium 138 and 156 leave out `closing` on some received channels. */
  const completeClosing = listener((channel, event: RTCErrorEvent) => {
    if (closingHeard.get(channel) || !isListenedTo(channel, 'closing') || !patches.isActive() || !tellsOfPeer(event) || !seal(channel)) return;
    stages.set(channel, 'closing');
    realm.fire(channel, 'closing');
    // The page has closed its side in there: what comes is no news.
    if (stages.get(channel) === 'closed') apply(stop, event, []);
    stages.set(channel, 'closed');
    revive(channel);
  });

  const muffle = listener((_channel, event: RTCErrorEvent) => patches.isActive() && tellsOfPeer(event) && apply(stop, event, []));

  return {
    handles: ours,
    watch: isNeeded
      ? (connection) => {
          realm.listenTo(connection, 'signalingstatechange', look);
          apply(look as Method, connection, []);
        }
      : undefined,
    precede(channel, type) {
      const isError = type === 'error';
      if (isNeeded && (isError || type === 'closing')) {
        realm.listenTo(channel, 'closing', hearClosing);
        if (ours.closing) realm.listenTo(channel, 'error', completeClosing);
      }
      if (isError && !wantsError) realm.listenTo(channel, type, muffle);
    },
  };
}
