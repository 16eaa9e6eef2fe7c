import { type ClauseCheck, eachRecording } from '../check-clause';

export const receivedTracksEnd: ClauseCheck = {
  id: 'received-tracks-end',
  expected: 'one `ended` on each live received track, later, and "ended" is read in it',
  look: eachRecording(({ before, later, heard, heardAfterSecond }) => {
    const findings: (string | undefined)[] = [];
    Object.keys(before).forEach((path) => {
      const name = path.split('.')[0]!;
      if (!/^received track .*\.readyState$/.test(path)) return;
      const due = before[path] === 'live' ? 1 : 0;
      (['listener', 'handler'] as const).forEach((via) => {
        const mine = heard.concat(heardAfterSecond).filter((one) => one.target === name && one.type === 'ended' && one.via === via);
        if (mine.length !== due) findings.push(name + ' fires ended ' + mine.length + ' times');
        else if (mine.some(({ phase }) => phase === 'inside')) findings.push(name + ' fires ended inside close()');
        else if (mine.some(({ state }) => state !== 'ended')) findings.push(name + ' reads "' + mine[0]!.state + '" in its ended event');
        else findings.push(undefined);
      });
      findings.push(later[path] === 'ended' ? undefined : path + ' reads "' + later[path] + '"');
    });
    return findings;
  }),
};
