import { type ClauseCheck, eachRecording, unique } from '../check-clause';
import type { Recording } from '../record';

/** What one way of listening heard of `close`. */
function heardBy(via: 'listener' | 'handler', { before, heard, heardAfterSecond }: Recording): (string | undefined)[] {
  const closes = heard.concat(heardAfterSecond).filter((one) => one.type === 'close' && one.via === via);
  const owed: string[] = [];
  const findings = Object.keys(before)
    .filter((path) => /^channel .*\.readyState$/.test(path))
    .map((path) => {
      const name = path.split('.')[0]!;
      const mine = closes.filter(({ target }) => target === name);
      const due = before[path] === 'closed' ? 0 : 1;
      if (due) owed.push(name);
      if (mine.length !== due) return name + ' (' + before[path] + ') fires close ' + mine.length + ' times';
      if (mine.some(({ phase }) => phase === 'inside')) return name + ' fires close inside close()';
      if (mine.some(({ state }) => state !== 'closed')) return name + ' reads "' + mine[0]!.state + '" in its close event';
      return undefined;
    });
  const order = unique(closes.map(({ target }) => target));
  const right = owed.filter((name) => order.indexOf(name) >= 0);
  if (order.join() !== right.join()) findings.push('channels fire close in another order than they were met');
  return findings;
}

export const channelsFireCloseOnce: ClauseCheck = {
  id: 'channels-fire-close-once',
  expected: 'one `close` on each channel that was not closed, in the order of meeting, later',
  look: eachRecording((recording) => heardBy('listener', recording).concat(heardBy('handler', recording))),
};
