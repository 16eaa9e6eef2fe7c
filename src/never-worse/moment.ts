import type { FreshRealm } from './fresh-realm';
import type { Seat } from './seat';

/** The facet of a fact that says whether the page came to do what the moment is about. */
export const reached = 'the page comes to act in it';

/** A situation that is gone through natively and with the shim. */
export interface Moment {
  name: string;
  /** Who closes a connection in it: by that the clauses are told that have a say. */
  closes: 'nobody' | 'here' | 'the peer' | 'both' | 'a channel';
  /** The channels that the page itself closes in it. */
  ownChannels?: RegExp;
  /** Part of the quick form. */
  quick?: true;
  /** Listens from before the connection connects, instead of once it is. */
  fromTheStart?: true;
  /** Has one connection that nobody listens to, not one for each way to listen. */
  alone?: true;
  /** Leaves the connection as it is made: unconnected. */
  unconnected?: true;
  /** What the page does before all else. */
  first?(realm: FreshRealm): void;
  /** What the page does before the shim is installed. */
  before?(realm: FreshRealm): void;
  /** What it does right after, before it makes a connection. */
  after?(realm: FreshRealm): void;
  /** Why it can't be gone through in this engine; undefined: it can. */
  lacks?(seat: Seat): string | undefined;
  act(seat: Seat): Promise<void> | void;
}
