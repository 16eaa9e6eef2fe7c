import { pass } from '../../conformance/realm';
import { type Moment, reached } from '../moment';
import type { Seat } from '../seat';

const after = 'after close()';

const acted = (seat: Seat, member: string, value: boolean) =>
  seat.facts.push({ part: 'page', object: 'channel received', member, way: seat.way.name, when: after, facet: reached, value: String(value) });

/** The page closes its connection in an event that has nothing to do with a close. */
export const inside: readonly Moment[] = [
  {
    name: 'a local close in a message',
    closes: 'here',
    async act(seat) {
      let isClosed = false;
      seat.actIn(seat.channels.received!, 'message', () => {
        if (!isClosed) seat.close();
        isClosed = true;
      });
      for (let i = 0; i < 5; i++) seat.farChannels.received!.send('go');
      await pass(200);
      acted(seat, 'message', isClosed);
    },
  },
  {
    name: 'a channel that is read for the first time on a closed connection',
    closes: 'here',
    async act(seat) {
      const { near, far } = seat;
      let channel: RTCDataChannel | undefined;
      near.addEventListener('datachannel', (event) => {
        if (channel) return;
        seat.close();
        channel = event.channel;
        const note = (member: string, value: string) => seat.facts.push({ part: 'read', object: 'channel late', member, way: seat.way.name, when: 'at once', facet: 'value', value });
        note('readyState', '"' + channel.readyState + '"');
        seat.objects['channel late'] = channel;
        seat.channels.late = channel;
        seat.listen();
      });
      far.createDataChannel('late');
      await pass(300);
      acted(seat, 'datachannel', !!channel);
    },
  },
];
