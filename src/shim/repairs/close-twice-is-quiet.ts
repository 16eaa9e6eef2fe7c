import type { Repair } from '../repair';

/** Chromium below 59 throws InvalidStateError. The one `close()` stops at its own mark instead. */
export const closeTwiceIsQuiet: Repair = { id: 'close-twice-is-quiet' };
