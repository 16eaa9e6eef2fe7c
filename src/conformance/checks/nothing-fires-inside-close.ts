import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const nothingFiresInsideClose: ClauseCheck = {
  id: 'nothing-fires-inside-close',
  expected: 'no listener or handler runs before `close()` has returned',
  look: eachRecording((recording) => silent(recording, /./, ({ phase }) => phase === 'inside')),
};
