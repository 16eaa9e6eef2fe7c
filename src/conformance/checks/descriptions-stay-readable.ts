import { type ClauseCheck, compare, eachRecording } from '../check-clause';

const kept =
  /^connection\.(.*Description|iceGatheringState|sctp|getConfiguration\(\)|getLocalStreams\(\))$/;

export const descriptionsStayReadable: ClauseCheck = {
  id: 'descriptions-stay-readable',
  expected: 'what was read before is read afterwards',
  look: eachRecording(({ before, atOnce, later }) =>
    compare(atOnce, kept, (path) => before[path]).concat(compare(later, kept, (path) => before[path])),
  ),
};
