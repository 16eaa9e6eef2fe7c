// The order matters: the shim takes members of the event class, and what gives a function's text, when it is loaded.
import './native-text';
import './replayed-event';

export { install } from '../../src/fn';
export { check } from '../../src/check';
export { clauses } from '../../src/contract/clauses';
export type { ClauseId } from '../../src/contract/clauses';
