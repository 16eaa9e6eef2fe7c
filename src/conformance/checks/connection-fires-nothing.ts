import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const connectionFiresNothing: ClauseCheck = {
  id: 'connection-fires-nothing',
  expected: 'no event',
  look: eachRecording((recording) => silent(recording, /^connection$/, () => true)),
};
