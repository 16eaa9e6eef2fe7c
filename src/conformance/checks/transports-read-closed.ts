import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const transportsReadClosed: ClauseCheck = {
  id: 'transports-read-closed',
  expected: '"closed" at once and later',
  look: eachRecording(({ atOnce, later }) => {
    const states = /^(sctp|dtls|ice) .*\.state$/;
    return compare(atOnce, states, 'closed').concat(compare(later, states, 'closed'));
  }),
};
