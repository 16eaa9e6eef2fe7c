/** A command line that can't be obeyed; its message is for the one who typed it. */
export class UsageError extends Error {}
