import { repair } from '../repair';

/** What the clauses on silence hold back, and `ended` that comes too early, never runs inside: the mark on the connection is set first. */
repair({ id: 'nothing-fires-inside-close' });
