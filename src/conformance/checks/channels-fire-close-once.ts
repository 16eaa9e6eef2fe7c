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
      const isDue = before[path] !== 'closed';
      if (isDue) owed.push(name);
      // Where the page, or the peer, has closed it before, its event may have been on its way.
      if (mine.length > 1 || (isDue && !mine.length)) return name + ' (' + before[path] + ') fires close ' + mine.length + ' times';
      if (mine.some(({ phase }) => phase === 'inside')) return name + ' fires close inside close()';
      if (mine.some(({ state }) => state !== 'closed')) return name + ' reads "' + mine[0]!.state + '" in its close event';
      return undefined;
    });
  const order = unique(closes.map(({ target }) => target)).filter((name) => owed.indexOf(name) >= 0);
  const right = owed.filter((name) => order.indexOf(name) >= 0);
  if (order.join() !== right.join()) findings.push('channels fire close in another order than they were met');
  return findings;
}

export const channelsFireCloseOnce: ClauseCheck = {
  id: 'channels-fire-close-once',
  expected: 'one `close` on each channel that was not closed, in the order of meeting, later',
  look: eachRecording((recording) => heardBy('listener', recording).concat(heardBy('handler', recording))),
};
