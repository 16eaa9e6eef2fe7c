import type { Moment } from '../moment';
import { channels } from './channels';
import { closing } from './closing';
import { inside } from './inside';
import { living } from './living';
import { members } from './members';
import { pageCode } from './page-code';
import { peer } from './peer';
import { subclasses } from './subclassed';
import { transfers } from './transferring';
import { twoConnections } from './two-connections';

/** The situations, in the order in which they are gone through. */
export const moments: readonly Moment[] = [...living, ...closing, ...inside, ...twoConnections, ...channels, ...peer, ...subclasses, ...transfers, ...members, ...pageCode];
