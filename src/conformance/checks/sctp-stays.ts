import { type ClauseCheck, reads } from '../check-clause';

export const sctpStays: ClauseCheck = {
  id: 'sctp-stays',
  expected: 'what was read before is read afterwards',
  look: reads(/^connection\.sctp$/),
};
