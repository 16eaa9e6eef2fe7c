import { oldEngines } from '../../build-flags';
import { type Method, apply, attempt, bare, create, define, getPrototypeOf, partOf } from './intrinsics';
import { noteDispatched } from './untrusted-events';

/** A window's global object, as far as the shim reads it. */
export interface Global {
  [name: string]: unknown;
  Object: ObjectConstructor;
  Promise: PromiseConstructor;
  Event: typeof Event;
  EventTarget?: Interface;
  DOMException: typeof DOMException;
  MessageChannel?: typeof MessageChannel;
  MessagePort?: Interface;
  MediaStream?: typeof MediaStream;
  RTCDataChannelEvent?: Interface;
  RTCError?: typeof RTCError;
  RTCErrorEvent?: typeof RTCErrorEvent;
  setTimeout: typeof setTimeout;
  navigator?: Navigator;
}

interface Interface {
  prototype: object;
}

/** One realm's engine members, taken at install. */
export interface Realm {
  global: Global;
  /** The connection constructor, prefixed or not. */
  Connection: { prototype: RTCPeerConnection };
  /** Whether this is the Gecko whose constructor is prefixed (below 44). */
  isPrefixedGecko: boolean;
  /** The engine's own `signalingState` of a connection; undefined for what is none. */
  stateOf(connection: object): unknown;
  /** The prototype of an interface in this realm, under whichever of its names the engine has. */
  prototypeOf(kind: Kind): object | undefined;
  /** Adds a capturing listener natively. */
  listenTo(target: object, type: string, listener: unknown): void;
  /** Whether capturing listeners of the target itself come before the others (Firefox; Chromium does that for nodes only). */
  capturesFirst(): boolean;
  /** Dispatches a fresh event that neither bubbles nor can be cancelled. */
  fire(target: object, type: string): void;
  /** `setTimeout`; not to be called as a method. */
  postpone: (run: () => void, milliseconds: number) => unknown;
  /** An InvalidStateError of this realm that names the refused call. */
  refusal(call: string): unknown;
  /** Runs `run` in a task of its own. */
  task(run: () => void): void;
  OwnStream: typeof MediaStream | undefined;
  /** Whether the engine would warn the page, for the first time, of the legacy stream getters (Firefox). */
  warnsOfStreams: boolean;
  OwnPromise: PromiseConstructor;
}

/** The interfaces that a connection and what it owns have. */
export type Kind =
  | 'RTCPeerConnection'
  | 'RTCDataChannel'
  | 'RTCRtpTransceiver'
  | 'RTCRtpSender'
  | 'RTCSctpTransport'
  | 'RTCDtlsTransport'
  | 'RTCIceTransport'
  | 'MediaStreamTrack';

const names = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'];

/** The engine's connection constructor, if it has one. */
export function findConnection(global: Global): Realm['Connection'] | undefined {
  // A page's own `RTCPeerConnection` may be no more than a function that calls the prefixed one (webrtc-adapter of 2014).
  for (let i = 0; i < names.length; i++) {
    const named = global[names[i]!] as Realm['Connection'] | undefined;
    if (named && named.prototype && 'close' in named.prototype) return named;
  }
  return undefined;
}

/**
 * Reads the engine's members.
 * @throws TypeError where one is not what it should be.
 */
export function readRealm(global: Global, Connection: Realm['Connection']): Realm {
  const { prototype } = Connection;
  const { Event, EventTarget, DOMException, MediaStream, Promise, RTCError, RTCErrorEvent, setTimeout } = global;
  const targets = (EventTarget || Connection).prototype;
  const { addEventListener: listen, dispatchEvent: dispatch } = targets as unknown as Record<string, Method>;
  if (typeof listen !== 'function' || typeof dispatch !== 'function') throw new TypeError('EventTarget has no methods');
  // Chromium below 43 has attributes on the instance.
  const signalingState = partOf(prototype, 'signalingState', 'get') as Method | undefined;

  const message = 'the peer has closed';
  const detail = { errorDetail: 'sctp-failure', sctpCauseCode: 12 } as const;
  const show = (object: object, name: string, value: unknown) => define(object, name, { value, enumerable: true });
  /** The `error` of a channel whose transport is gone: an RTCErrorEvent where the engine has it, or an Event with the same `error`. */
  const failure = () =>
    attempt(() => new RTCErrorEvent!('error', { error: new RTCError!(detail, message) })) ||
    (show(
      new Event('error'),
      'error',
      show(show(new DOMException(message, 'OperationError'), 'errorDetail', detail.errorDetail), 'sctpCauseCode', detail.sctpCauseCode),
    ) as Event);
  let isCaptureFirst: boolean | undefined;
  return {
    global,
    Connection,
    OwnPromise: Promise,
    isPrefixedGecko: oldEngines && !!attempt(() => Connection === global.mozRTCPeerConnection),
    stateOf: (connection) => attempt(() => (oldEngines && !signalingState ? (connection as RTCPeerConnection).signalingState : apply(signalingState!, connection, []))),
    prototypeOf(kind) {
      if (kind === 'RTCPeerConnection') return prototype;
      const named = (oldEngines && kind === 'RTCDataChannel' ? global[kind] || global.DataChannel : global[kind]) as Interface | undefined;
      if (!oldEngines || named || kind !== 'RTCDataChannel' || !prototype.createDataChannel) return named && named.prototype;
      // Chromium below 56 has the interface and no name for it.
      const connection = new (Connection as unknown as typeof RTCPeerConnection)({ iceServers: [] });
      const unnamed = getPrototypeOf(connection.createDataChannel('')) as object;
      connection.close();
      return unnamed;
    },
    listenTo(target, type, listener) {
      // Gecko 33: tracks are no event targets.
      if (!oldEngines || 'addEventListener' in target) apply(listen, target, [type, listener, true]);
    },
    capturesFirst() {
      if (isCaptureFirst === undefined) {
        isCaptureFirst = false;
        // An engine without that constructor is too old. Who is called last decides.
        attempt(() => {
          const target = new (EventTarget as unknown as new () => object)();
          apply(listen, target, ['order', () => (isCaptureFirst = true)]);
          apply(listen, target, ['order', () => (isCaptureFirst = false), true]);
          apply(dispatch, target, [new Event('order')]);
        });
      }
      return isCaptureFirst;
    },
    fire(target, type) {
      const event = type === 'error' ? failure() : new Event(type);
      noteDispatched(event);
      if (!oldEngines || 'dispatchEvent' in target) apply(dispatch, target, [event]);
    },
    refusal(call) {
      const message = call + ': the RTCPeerConnection is closed';
      const name = 'InvalidStateError';
      if (!oldEngines) return new DOMException(message, name);
      try {
        return new DOMException(message, name);
      } catch {
        // No DOMException constructor (Gecko below 37, EdgeHTML): one with the same members.
        return create(DOMException.prototype, { name: { value: name }, message: { value: message }, code: { value: 11 } });
      }
    },
    OwnStream: MediaStream,
    warnsOfStreams: 'peerIdentity' in prototype,
    postpone: setTimeout,
    task: tasks(global),
  };
}

/** Tasks without timers, which background tabs throttle: one message channel a realm, made at first use. */
function tasks({ MessageChannel: Channel, MessagePort, setTimeout: later }: Global): (run: () => void) => void {
  // Taken before the page can patch them. Gecko below 41 has none of them, and no channel is opened there.
  const part = (owner: Interface | undefined, name: string, kind: 'get' | 'set' | 'value') => partOf(owner && owner.prototype, name, kind) as Method;
  const port1 = part(Channel, 'port1', 'get');
  const port2 = part(Channel, 'port2', 'get');
  const onmessage = part(MessagePort, 'onmessage', 'set');
  const post = part(MessagePort, 'postMessage', 'value');
  // Chromium takes ever longer to define one more item of a list, and is done with setting it at once.
  let queue: (() => void)[] = bare([]);
  let first = 0;
  let port: unknown;
  const next = () => {
    const run = queue[first++]!;
    if (first === queue.length) {
      queue = bare([]);
      first = 0;
    } else send();
    run();
  };
  const open = () => {
    const channel = new Channel!();
    apply(onmessage, apply(port1, channel, []), [next]);
    return apply(port2, channel, []);
  };
  const send = () => {
    port = port || attempt(open) || later;
    if (port === later) later(next, 0);
    else apply(post, port, [0]);
  };
  return (run) => {
    queue[queue.length] = run;
    // One message is on its way while anything waits.
    if (queue.length === 1) send();
  };
}
