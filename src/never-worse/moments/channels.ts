import { occupy, pass } from '../../conformance/realm';
import type { Moment } from '../moment';
import type { Seat } from '../seat';

const then = 'after a channel was closed';
const both = 'since the peer closed';

const fill = ({ channels }: Seat): void => {
  const text = new Array(10001).join('x');
  for (let i = 0; i < 20; i++) channels.first!.send(text);
};

/** Single channels are closed. */
export const channels: readonly Moment[] = [
  {
    name: 'the page closes channels',
    closes: 'a channel',
    act(seat) {
      seat.when = then;
      seat.channels.first!.close();
      seat.channels.received!.close();
    },
  },
  {
    name: 'the peer closes channels',
    closes: 'a channel',
    act(seat) {
      seat.when = then;
      seat.farChannels.first!.close();
      seat.farChannels.received!.close();
    },
  },
  {
    name: 'both close a channel at once',
    closes: 'a channel',
    act(seat) {
      seat.when = then;
      seat.channels.first!.close();
      seat.farChannels.first!.close();
    },
  },
  {
    name: 'the page closes a channel, and the peer the connection at once',
    closes: 'the peer',
    ownChannels: /^channel (first|received)$/,
    quick: true,
    act(seat) {
      seat.when = 'after the peer closed';
      seat.channels.first!.close();
      seat.channels.received!.close();
      seat.far.close();
    },
  },
  {
    name: 'the page closes a channel with data waiting, and the peer the connection at once',
    closes: 'the peer',
    ownChannels: /^channel first$/,
    act(seat) {
      seat.when = 'after the peer closed';
      fill(seat);
      seat.channels.first!.close();
      seat.far.close();
    },
  },
  {
    name: 'the page closes a channel, then its connection',
    closes: 'here',
    async act(seat) {
      seat.when = then;
      seat.channels.first!.close();
      await pass(200);
      seat.close();
    },
  },
  {
    name: 'the page closes a channel, and its connection at once',
    closes: 'here',
    act(seat) {
      seat.channels.first!.close();
      seat.close();
    },
  },
  {
    name: 'the peer closes a channel, and the page its connection before it hears of it',
    closes: 'here',
    act(seat) {
      seat.farChannels.first!.close();
      occupy(20);
      seat.close();
    },
  },
  {
    name: 'both close their connections at once',
    closes: 'both',
    act(seat) {
      seat.when = both;
      seat.far.close();
      seat.close(both);
    },
  },
];
