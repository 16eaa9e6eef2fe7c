import type { Patches } from './patches';
import type { Kind, Realm } from './realm';
import type { Seals } from './seals';
import type { ClauseId } from '../contract/clauses';

/** How one clause is kept where the engine does not. Each part is a no-op on an engine that does. */
export interface Repair {
  id: ClauseId;
  /** What members of closed objects read and do. */
  seals?: Partial<Record<Kind, Seals>>;
  /** The engine's own events that are held back from a closed connection's objects. */
  silences?: Partial<Record<Kind, readonly string[]>>;
  /** What the shim fires itself, in later tasks. */
  delivers?: 'close' | 'ended';
  /** What must be in place while a connection lives. */
  live?(realm: Realm, patches: Patches): void;
  /** Runs when a connection has been closed. */
  closed?(connection: RTCPeerConnection): void;
}
