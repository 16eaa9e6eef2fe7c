import { makePair, negotiate, opened } from '../../conformance/pair';
import { until } from '../../conformance/realm';
import type { Moment } from '../moment';
import type { Seat } from '../seat';

/** A second connection of the page, with two channels, closed right after the first one, or before it. */
async function second(seat: Seat): Promise<{ near: RTCPeerConnection; end(): void }> {
  const pair = makePair(seat.realm.page);
  const one = pair.near.createDataChannel('one of another connection');
  const two = pair.near.createDataChannel('two of another connection');
  await negotiate(pair);
  await opened(one);
  await opened(two);
  await until('both channels', () => one.readyState === 'open' && two.readyState === 'open');
  seat.objects['channel of another one'] = one;
  seat.objects['channel of another two'] = two;
  seat.listen();
  return { near: pair.near, end: () => pair.far.close() };
}

/** What two connections owe, in the order in which they were closed. */
export const twoConnections: readonly Moment[] = [
  {
    name: 'two local closes, one after the other',
    closes: 'here',
    quick: true,
    async act(seat) {
      const { near, end } = await second(seat);
      seat.close();
      near.close();
      setTimeout(end, 400);
    },
  },
  {
    name: 'two local closes, the other first',
    closes: 'here',
    async act(seat) {
      const { near, end } = await second(seat);
      seat.when = 'after close()';
      near.close();
      seat.close();
      setTimeout(end, 400);
    },
  },
];
