import type { Moment } from '../moment';
import { closing } from './closing';
import { members } from './members';
import { pageCode } from './page-code';
import { peer } from './peer';

/** The situations, in the order in which they are gone through. */
export const moments: readonly Moment[] = [...closing, ...peer, ...members, ...pageCode];
