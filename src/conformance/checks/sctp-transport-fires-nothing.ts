import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const sctpTransportFiresNothing: ClauseCheck = {
  id: 'sctp-transport-fires-nothing',
  expected: 'no event',
  look: eachRecording((recording) => silent(recording, /^sctp /, () => true)),
};
