import { type ClauseCheck, reads } from '../check-clause';

export const descriptionsStayReadable: ClauseCheck = {
  id: 'descriptions-stay-readable',
  expected: 'what was read before is read afterwards',
  look: reads(/^connection\.(.*Description|getConfiguration\(\)|getLocalStreams\(\))$/),
};
