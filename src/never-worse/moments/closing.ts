import type { Moment } from '../moment';

/** The page closes its connection. */
export const closing: readonly Moment[] = [
  { name: 'a local close', closes: 'here', quick: true, act: (seat) => seat.close() },
  { name: 'a local close of an unconnected connection', closes: 'here', unconnected: true, act(seat) {
    seat.channels.first = seat.near.createDataChannel('first');
    seat.listen();
    seat.close();
  } },
  {
    name: 'a local close with data waiting',
    closes: 'here',
    act(seat) {
      const text = new Array(100001).join('x');
      for (let i = 0; i < 5; i++) seat.channels.first!.send(text);
      seat.close();
    },
  },
  {
    name: 'a local close, twice',
    closes: 'here',
    act(seat) {
      seat.close();
      try {
        seat.close();
      } catch {
        // Chromium 39 and 45.
      }
    },
  },
];
