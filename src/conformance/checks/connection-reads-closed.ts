import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const connectionReadsClosed: ClauseCheck = {
  id: 'connection-reads-closed',
  expected: '"closed" at once and later',
  look: eachRecording(({ atOnce, later }) => {
    const states = /^connection\.(signalingState|iceConnectionState|connectionState)$/;
    return compare(atOnce, states, 'closed').concat(compare(later, states, 'closed'));
  }),
};
