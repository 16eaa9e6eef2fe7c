import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const transceiversStayListed: ClauseCheck = {
  id: 'transceivers-stay-listed',
  expected: 'as many as before',
  look: eachRecording(({ before, atOnce, later }) => {
    const list = /^connection\.getTransceivers\(\)$/;
    return compare(atOnce, list, (path) => before[path]).concat(compare(later, list, (path) => before[path]));
  }),
};
