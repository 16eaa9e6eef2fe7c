import { type ClauseCheck, eachRecording } from '../check-clause';

export const closeTwiceIsQuiet: ClauseCheck = {
  id: 'close-twice-is-quiet',
  expected: 'the second `close()` returns undefined and nothing fires',
  look: eachRecording(({ second, heardAfterSecond }) => [
    second === 'undefined' ? undefined : 'the second close() ' + second,
    heardAfterSecond[0] && heardAfterSecond[0].target + ' fires ' + heardAfterSecond[0].type + ' after the second close()',
  ]),
};
