import type { Repair } from '../repair';

/** Engines fire late, in another order, or not at all. The shim fires instead of them. */
export const channelsFireCloseOnce: Repair = { id: 'channels-fire-close-once', fires: 'close' };
