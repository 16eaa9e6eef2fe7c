import { type ClauseCheck, compare, eachRecording } from '../check-clause';

export const transceiversReadStopped: ClauseCheck = {
  id: 'transceivers-read-stopped',
  expected: 'stopped true, directions "stopped", `mid` as it was',
  look: eachRecording(({ before, atOnce, later }) => {
    const was = (path: string) => before[path];
    const look = (readings: typeof atOnce) =>
      compare(readings, /^transceiver .*\.stopped$/, 'true').concat(
        compare(readings, /^transceiver .*\.(direction|currentDirection)$/, 'stopped'),
        compare(readings, /^transceiver .*\.mid$/, was),
      );
    return look(atOnce).concat(look(later));
  }),
};
