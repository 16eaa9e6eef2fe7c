import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const channelsReadClosed: ClauseCheck = {
  id: 'channels-read-closed',
  expected: '"closed" at once and later, `bufferedAmount` as it was',
  look: eachRecording(({ before, atOnce, later }) => {
    const state = /^channel .*\.readyState$/;
    const buffered = compare(atOnce, /^channel .*\.bufferedAmount$/, (path) => (path in before ? before[path] : atOnce[path]));
    return compare(atOnce, state, 'closed').concat(
      compare(later, state, 'closed'),
      // By how much a buffer had drained is the engine's mood; that it changed is not.
      buffered.map((broken) => broken && broken.replace(/ reads .*/, ' has changed')),
    );
  }),
};
