import { pass } from '../../conformance/realm';
import type { Moment } from '../moment';
import { transfer, transfersChannels } from '../transferred';
import type { Seat } from '../seat';

const transferring = (name: string, closes: Moment['closes'], close: (seat: Seat) => void): Moment => ({
  name: 'a transferred channel: ' + name,
  closes,
  lacks: ({ realm: { page } }) => (transfersChannels(page) ? undefined : 'the engine gives no channels to workers'),
  async act(seat) {
    const there = await transfer(seat);
    close(seat);
    await pass(400);
    await there.read('later');
  },
});

/** The page has given a channel to a worker: what it hears of what stays, and the worker of what it was given. */
export const transfers: readonly Moment[] = [
  transferring('a local close', 'here', (seat) => seat.close()),
  transferring('the peer closes', 'the peer', (seat) => {
    seat.when = 'after the peer closed';
    seat.far.close();
  }),
  transferring('the peer closes it', 'a channel', (seat) => {
    seat.when = 'after a channel was closed';
    seat.farChannels.transferred!.close();
  }),
];
