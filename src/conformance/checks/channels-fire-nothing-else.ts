import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const channelsFireNothingElse: ClauseCheck = {
  id: 'channels-fire-nothing-else',
  expected: 'no event but `close`',
  look: eachRecording((recording) => silent(recording, /^channel /, ({ type }) => type !== 'close')),
};
