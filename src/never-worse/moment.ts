import type { Seat } from './seat';

/** A situation that is gone through natively and with the shim. */
export interface Moment {
  name: string;
  /** Who closes a connection in it: by that the clauses are told that have a say. */
  closes: 'nobody' | 'here' | 'the peer' | 'both' | 'a channel';
  /** Part of the quick form. */
  quick?: true;
  /** Listens from before the connection connects, instead of once it is. */
  fromTheStart?: true;
  /** Has this one connection, not one for each way to listen. */
  alone?: true;
  /** Leaves the connection as it is made: unconnected. */
  unconnected?: true;
  /** Why it can't be gone through in this engine; undefined: it can. */
  lacks?(seat: Seat): string | undefined;
  act(seat: Seat): Promise<void> | void;
}
