import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const transportsFireNothing: ClauseCheck = {
  id: 'transports-fire-nothing',
  expected: 'no event',
  look: eachRecording((recording) => silent(recording, /^(dtls|ice) /, () => true)),
};
