import type { ReplayedEngine } from '../replayed-engine';
import { safari11 } from './safari-11';
import { safari12 } from './safari-12';
import { safari15 } from './safari-15';
import { safari16 } from './safari-16';
import { safari26 } from './safari-26';
import { safari27 } from './safari-27';

/**
 * Every replayed Safari: none can be run where the tests do. What each does is read off WebKit's sources, and which version of Safari has them is
 * inferred: a change is probably in the first release that was branched after its date. No release was looked at.
 */
export const safaris: readonly ReplayedEngine[] = [safari11, safari12, safari15, safari16, safari26, safari27];
