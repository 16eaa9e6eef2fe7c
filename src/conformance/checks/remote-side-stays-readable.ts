import { type ClauseCheck, compare, eachRecording } from '../check-clause';

const kept = /^connection\.(canTrickleIceCandidates|getRemoteStreams\(\))$/;

export const remoteSideStaysReadable: ClauseCheck = {
  id: 'remote-side-stays-readable',
  expected: 'what was read before is read afterwards',
  look: eachRecording(({ before, atOnce, later }) =>
    compare(atOnce, kept, (path) => before[path]).concat(compare(later, kept, (path) => before[path])),
  ),
};
