import { type Behaviour, conforming } from './behaviour';
import type { ClauseId } from '../../src/contract/clauses';

/** An engine that cannot be had where the tests run, or not at all. */
export interface ReplayedEngine {
  name: string;
  /** The record or citation that it replays: a file of `test/matrix/measurements`, or an address. */
  replays: string;
  behaviour: Behaviour;
  /** The clauses that it breaks by what is cited, in the order of the contract; a measurement says so itself. */
  breaks?: readonly ClauseId[];
  /** The clauses that it breaks with the shim, too, as the measurement of the real build says. */
  stillBreaks?: readonly ClauseId[];
}

/** What the shim cannot mend where channels fire before the transports tell of the peer's close (Firefox 115 and 140). */
export const toldTooLate: readonly ClauseId[] = ['peer-close-channels-fire-closing', 'peer-close-channels-fire-error', 'peer-close-channels-fire-close-once'];

/** A behaviour by what it departs from the close contract in. */
export const departing = (departures: Partial<Behaviour>): Behaviour => ({ ...conforming, ...departures });
