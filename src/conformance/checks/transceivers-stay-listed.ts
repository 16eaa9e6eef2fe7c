import { type ClauseCheck, reads } from '../check-clause';

export const transceiversStayListed: ClauseCheck = {
  id: 'transceivers-stay-listed',
  expected: 'as many as before',
  look: reads(/^connection\.getTransceivers\(\)$/),
};
