import type { Members } from './closed-objects/closed-members';
import { add, bare } from './engine/intrinsics';
import type { PatchedRealm } from './patches/patched-realm';
import type { Kind } from './engine/interfaces';
import type { ClauseId } from '../contract/clauses';

/** What a channel does when the peer has closed. */
export type PeerEvent = 'reads' | 'closing' | 'error' | 'close';

/** How one clause is kept where the engine does not. Each part is a no-op on an engine that does. */
export interface Repair extends Partial<Record<Kind, Members>> {
  id: ClauseId;
  /** The event that the shim fires, once and later, instead of the engine. */
  fires?: 'close' | 'ended';
  /** On what all the engine's events are held back, but for the two that a clause of their own is about. */
  suppresses?: readonly Kind[];
  /** What the shim fires, once and later, when the peer has closed; `reads` is the state without an event. */
  peer?: PeerEvent;
  /** What must be in place while a connection lives. */
  inLife?(realm: PatchedRealm): void;
}

/** The repairs that have been added. */
export const repairs: Repair[] = [];

/** Adds a repair. What the page puts on `Object.prototype` is no part of it; its parts are lists, and what is walked by its own keys. */
export const repair = (added: Repair): void => add(repairs, bare(added));
