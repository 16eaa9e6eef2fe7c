import { noteDispatched } from './untrusted-events';
import { oldEngines } from '../../build-flags';
import type { ConnectionConstructor } from './connection-constructor';
import type { Global } from './global-object';
import { taskQueue } from './task-queue';
import { type Method, apply, attempt, create, define, partOf } from './intrinsics';

/** One realm's engine members, taken at install. */
export interface Realm {
  global: Global;
  Connection: ConnectionConstructor;
  /** Whether this is the Gecko whose constructor is prefixed (below 44). */
  isPrefixedGecko: boolean;
  /** The engine's own `signalingState` of a connection; undefined for what is none. */
  stateOf(connection: object): unknown;
  /** Adds a capturing listener natively. */
  listenTo(target: object, type: string, listener: unknown): void;
  /** Whether capturing listeners of the target itself come before the others (Firefox; Chromium does that for nodes only). */
  capturesFirst(): boolean;
  /** Dispatches a fresh event that neither bubbles nor can be cancelled. */
  fire(target: object, type: string): void;
  /** Runs `run` when an engine that fires events at a close has done so. */
  postpone(run: () => void): void;
  /** An InvalidStateError of this realm that names the refused call. */
  refusal(call: string): unknown;
  /** Runs `run` in a task of its own. */
  task(run: () => void): void;
  OwnStream: typeof MediaStream | undefined;
  /** Whether the engine would warn the page, for the first time, of the legacy stream getters (Firefox). */
  warnsOfStreams: boolean;
  OwnPromise: PromiseConstructor;
}

/** By when an engine that fires at a close has done so, in milliseconds; messages that were on their way are there by then. */
const PATIENCE = 40;

/**
 * Reads the engine's members.
 * @throws TypeError where one is not what it should be.
 */
export function readRealm(global: Global, Connection: ConnectionConstructor): Realm {
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
    postpone: (run) => void setTimeout(run, PATIENCE),
    task: taskQueue(global),
  };
}
