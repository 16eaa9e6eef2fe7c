import { type ClauseCheck, reads } from '../check-clause';

export const remoteSideStaysReadable: ClauseCheck = {
  id: 'remote-side-stays-readable',
  expected: 'what was read before is read afterwards',
  look: reads(/^connection\.(canTrickleIceCandidates|getRemoteStreams\(\))$/),
};
