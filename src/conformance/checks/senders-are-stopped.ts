import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const sendersAreStopped: ClauseCheck = {
  id: 'senders-are-stopped',
  expected: 'no senders and receivers are listed, a held sender keeps its track, the local track stays live',
  look: eachRecording(({ before, atOnce, later }) => {
    const look = (readings: typeof atOnce) =>
      compare(readings, /^connection\.get(Senders|Receivers)\(\)$/, '0').concat(
        compare(readings, /^sender .*\.track$/, (path) => before[path]),
        compare(readings, /^local track /, 'live'),
      );
    return look(atOnce).concat(look(later));
  }),
};
