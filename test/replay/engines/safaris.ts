import type { ReplayedEngine } from '../replayed-engine';
import { safari11 } from './safari-11';
import { safari12 } from './safari-12';
import { safari15 } from './safari-15';
import { safari16 } from './safari-16';
import { safari26 } from './safari-26';
import { safari27 } from './safari-27';

/** Every replayed Safari: none can be run where the tests do. */
export const safaris: readonly ReplayedEngine[] = [safari11, safari12, safari15, safari16, safari26, safari27];
