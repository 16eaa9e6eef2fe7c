/** What an engine has, and what its `close()` does: all in which replayed engines differ, as plain data. */
export interface Behaviour {
  /** The one name of the connection constructor. */
  connection: 'RTCPeerConnection' | 'webkitRTCPeerConnection' | 'mozRTCPeerConnection';
  /** The name of the data channel interface; undefined: it has none that a page could reach. */
  channel: 'RTCDataChannel' | 'DataChannel' | undefined;
  /**
   * What the engine lacks: an interface (`RTCDataChannelEvent`), a member (`RTCPeerConnection.getSenders`), events
   * (`MediaStreamTrack.addEventListener`), a constructor (`DOMException.constructor`). What the language itself lacked in old
   * engines (`WeakMap`, `Promise`, `Symbol`) cannot be replayed: the shim is loaded outside of the replayed realm.
   */
  lacks: readonly string[];
  /** Attributes and handlers are data properties of each instance, and not accessors of the prototype. */
  attributesOnInstances: boolean;
  /** Interface prototypes are frozen. */
  frozen: boolean;
  /** Events have `isTrusted`. */
  isTrusted: boolean;
  /** At the target itself capturing listeners come first. */
  capturesFirst: boolean;
  /** An event that is stopped takes the next listener along, if it is one for once. */
  takesOnceAlong: boolean;
  /** Operations return promises; without, they need callbacks and throw TypeError otherwise. */
  promises: boolean;
  /** The connection's `onsignalingstatechange` is called with the state as a string, by no dispatch. */
  callsHandlers: boolean;

  /** The error that the second `close()` throws. */
  secondClose: string | undefined;
  /** States of the connection that go on reading what they read. */
  staleStates: readonly string[];
  /** After how many milliseconds they read closed; undefined: never. */
  statesTurnAfter: number | undefined;
  /** What the connection fires in a later task. */
  connectionFires: readonly string[];
  /** What the connection fires before `close()` returns, each when its state has turned. */
  connectionFiresInside: readonly string[];
  /** Events of any target that fire after `close()` when they were queued before it. */
  queuedStillFire: readonly string[];

  /** What open channels read when `close()` has returned; `all closing`: connecting ones, too. */
  channelsRead: 'closed' | 'closing' | 'all closing' | 'as before';
  /** What an open channel fires when it turns closed, in this order; undefined: it stays open for ever. */
  channelEvents: readonly string[] | undefined;
  /** What a channel fires that never opened; undefined: it stays connecting for ever. */
  unopenedEvents: readonly string[] | undefined;
  /** A channel that was closing when `close()` came reads so for ever, and fires nothing. */
  closingForEver: boolean;
  /** The order of the channels' events. */
  channelOrder: 'met' | 'reversed';
  /** What a channel reads at once when it is closed alone. */
  closedAloneReads: 'closing' | 'closed';
  /** What `send()` does on a channel of a closed connection: an error's name, or nothing. */
  send: string | undefined;

  /** What an open channel fires when the peer has closed, in this order; none: it stays open. */
  peerCloseEvents: readonly string[];
  /** The order of the channels in that. */
  peerCloseOrder: 'met' | 'reversed';
  /** What a channel reads in `closing` then. */
  peerCloseReads: 'closing' | 'closed';
  /** The `errorDetail` of the `error` then. */
  peerErrorDetail: string;
  /** Whether the transports have told of it before the channels do. */
  transportsTellFirst: boolean;

  /** When received tracks end. */
  tracksEnd: 'later' | 'inside' | 'never';
  /** After how many milliseconds, where it is later: 0 is a task that stands before all that a page posts after `close()`. */
  tracksEndAfter: number;
  /** Listeners of a track hear nothing that a page dispatches; its handlers do. */
  tracksAreDeaf: boolean;
  /** What received tracks fire before `close()` returns. */
  tracksFireInside: readonly string[];
  /** Transports that go on reading what they read. */
  staleTransports: readonly Transport[];
  /** Transports that turn closed in a later task, and fire `statechange` then. */
  transportsTurnLater: readonly Transport[];
  /** Transports that fire `statechange` before `close()` returns. */
  transportsFireInside: readonly Transport[];

  /** What transceivers read afterwards, where it is not "stopped". */
  transceivers: { stopped?: 'as before'; direction?: 'as before' | 'inactive'; currentDirection?: null | 'inactive'; mid?: null };
  /** What the connection goes on listing. */
  listed: readonly ('senders' | 'receivers' | 'transceivers')[];

  /** The error that the descriptions and the legacy stream getters throw. */
  descriptionsThrow: string | undefined;
  /** `sctp` comes to be only after `close()`, where there was none. */
  sctpAppears: boolean;
  /** What `iceGatheringState` reads afterwards, where it is not what it was. */
  gatheringReads: string | undefined;
  /** What the connection no longer knows: it reads null, or is empty. */
  forgets: readonly ('canTrickleIceCandidates' | 'getRemoteStreams' | 'descriptions' | 'sender.track')[];

  /** The error that refused calls give. */
  refusal: string;
  /** Calls that are not refused with it: what they do instead, such as `rejects TypeError` or `never settles`. */
  calls: Readonly<Record<string, string>>;
  /** `close()` hangs the page while a `getStats()` is pending, unless a description has been read often enough meanwhile. */
  statsHangClose: boolean;
  /** A `getStats()` that is pending when `close()` comes never settles. */
  statsHang: boolean;
  /** The error with which a `getStats()` afterwards rejects. */
  statsReject: string | undefined;
}

/** The transports of a connection. */
export type Transport = 'sctp' | 'dtls' | 'ice';

/** An engine that keeps every clause of the close contract: what each replayed one departs from. */
export const conforming: Behaviour = {
  connection: 'RTCPeerConnection',
  channel: 'RTCDataChannel',
  lacks: [],
  attributesOnInstances: false,
  frozen: false,
  isTrusted: true,
  capturesFirst: true,
  takesOnceAlong: false,
  promises: true,
  callsHandlers: false,
  secondClose: undefined,
  staleStates: [],
  statesTurnAfter: undefined,
  connectionFires: [],
  connectionFiresInside: [],
  queuedStillFire: [],
  channelsRead: 'closed',
  channelEvents: ['close'],
  unopenedEvents: ['close'],
  closingForEver: false,
  channelOrder: 'met',
  closedAloneReads: 'closing',
  send: 'InvalidStateError',
  peerCloseEvents: ['closing', 'error', 'close'],
  peerCloseOrder: 'met',
  peerCloseReads: 'closing',
  peerErrorDetail: 'sctp-failure',
  transportsTellFirst: false,
  tracksEnd: 'later',
  tracksEndAfter: 1,
  tracksAreDeaf: false,
  tracksFireInside: [],
  staleTransports: [],
  transportsTurnLater: [],
  transportsFireInside: [],
  transceivers: {},
  listed: ['transceivers'],
  descriptionsThrow: undefined,
  sctpAppears: false,
  gatheringReads: undefined,
  forgets: [],
  refusal: 'InvalidStateError',
  calls: {},
  statsHangClose: false,
  statsHang: false,
  statsReject: undefined,
};
