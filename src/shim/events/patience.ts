/** By when an engine that fires at a close has done so, in milliseconds; messages that were on their way are there by then. */
export const PATIENCE = 40;
