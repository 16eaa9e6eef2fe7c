import type { Moment } from '../../../src/never-worse/moment';
import type { Recording } from '../../../src/never-worse/recording';
import type { Act } from '../program';

/** What one run of a program tells. */
export interface Told {
  /** What its listeners did, each time that one of them did it. */
  acted: Act[][];
  /** By connection: who has closed it, which channels the page has closed by themselves, and all that was seen. */
  connections: Record<string, { closes: Moment['closes']; own: string[]; recording: Recording }>;
}
