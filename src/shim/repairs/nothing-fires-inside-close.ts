import { repair } from '../repair';

/** The events that other clauses suppress, and an `ended` that comes too early, are held back inside `close()`, too: objects are closed before the engine closes them. */
repair({ id: 'nothing-fires-inside-close' });
