import { type ClauseCheck, eachRecording, silent } from '../check-clause';

export const receivedTracksFireNothingElse: ClauseCheck = {
  id: 'received-tracks-fire-nothing-else',
  expected: 'no event but `ended`',
  look: eachRecording((recording) => silent(recording, /^received track /, ({ type }) => type !== 'ended')),
};
