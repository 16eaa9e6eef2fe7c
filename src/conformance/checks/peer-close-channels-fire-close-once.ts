import { type ClauseCheck, eachChannelOfPeer, heardOnce, unique } from '../check-clause';

/** Whether a channel fires `close` in its turn: after those that were met before it. */
const inTurn = (name: string, before: Record<string, string>, order: string[]): boolean =>
  unique(Object.keys(before).map((path) => path.split('.')[0]!))
    .filter((other) => order.indexOf(other) >= 0)
    .indexOf(name) === order.indexOf(name);

export const peerCloseChannelsFireCloseOnce: ClauseCheck = {
  id: 'peer-close-channels-fire-close-once',
  expected: 'one `close` on each channel that was open, the last of its events, in the order of meeting',
  look: eachChannelOfPeer(({ name, heard, closed }, recording) => {
    const closes = recording.heard.filter(({ type }) => type === 'close');
    if (closed) return heard.some(({ type }) => type === 'close') ? name + ' fires close again' : undefined;
    const last = heard[heard.length - 1];
    return (
      heardOnce(name, heard, 'close', 'closed') ||
      (last!.type !== 'close' ? name + ' fires ' + last!.type + ' after close' : undefined) ||
      (inTurn(name, recording.before, unique(closes.map(({ target }) => target))) ? undefined : 'channels fire close in another order than they were met')
    );
  }),
};
