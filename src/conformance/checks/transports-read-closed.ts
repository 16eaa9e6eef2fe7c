import { type ClauseCheck, reads } from '../check-clause';

export const transportsReadClosed: ClauseCheck = {
  id: 'transports-read-closed',
  expected: '"closed" at once and later',
  look: reads(/^(sctp|dtls|ice) .*\.state$/, 'closed'),
};
