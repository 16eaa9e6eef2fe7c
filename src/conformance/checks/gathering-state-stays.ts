import { type ClauseCheck, reads } from '../check-clause';

export const gatheringStateStays: ClauseCheck = {
  id: 'gathering-state-stays',
  expected: 'what was read before is read afterwards',
  look: reads(/^connection\.iceGatheringState$/),
};
