import type { ClauseId } from '../../src/contract/clauses';
import type { Listeners } from './listeners';
import type { Place } from './program';

/** What was promised and not kept. What is no clause: live objects stay the engine's, listeners are called as everywhere, `uninstall()` leaves all native, and what a page has natively it has with the shim. */
export interface Violation {
  promise: ClauseId | 'live' | 'listeners' | 'uninstall' | 'never-worse';
  text: string;
}

/** A connection, as the model knows it. */
export interface Owner {
  readonly name: string;
  /** `closing`: inside `close()`, `served`: closed with the shim. What is closed natively is the engine's. */
  state: 'live' | 'closing' | 'served' | 'native';
  /** The channels that the page has met with the shim, in order. */
  readonly met: Thing[];
  /** Where in that list the last `close` event was. */
  delivered: number;
  /** Whether the task of `close()` is over. */
  taskOver: boolean;
  silent: boolean;
  /** The connection at the other end, once there is one. */
  peer?: Owner;
  /** What it, and what it owns, goes on reading. */
  readonly kept: Map<string, unknown>;
  /** What it may read instead, by the same path: a call that is under way when `close()` comes may still end. */
  readonly underWay: Map<string, unknown>;
}

/** An event target that a connection owns, or the connection. */
export interface Thing {
  readonly name: string;
  readonly kind: Place['at'];
  readonly owner: Owner;
  readonly listeners: Listeners;
  /** By type, whether the first listener was added with the shim: only then the shim's own stands before it. */
  readonly guarded: Map<string, boolean>;
  isClosed: boolean;
  /** Whether its one event is owed; undefined: not known. */
  due?: boolean | undefined;
  fired: number;
  /** How many of the events of a peer's close the shim has come through. */
  told?: number;
  /** The clock of its listeners when it was closed. */
  closedAt: number;
}

/** What a member of a closed object reads; without `wanted`: what it read before. */
export interface Reading {
  promise: ClauseId;
  path: string;
  value: unknown;
  wanted?: unknown;
}

/** An event, as far as the model looks at it. */
export interface Seen {
  type: string;
  isTrusted: boolean;
}
