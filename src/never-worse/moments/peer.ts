import { pass } from '../../conformance/realm';
import type { Moment } from '../moment';

/** What an application closes its own side in when its peer has closed. */
const doors: [object: string, type: string, quick?: true][] = [
  ['channel first', 'closing'],
  ['channel first', 'error', true],
  ['channel first', 'close'],
  ['channel received', 'closing'],
  ['channel received', 'error'],
  ['channel received', 'close'],
  ['dtls transport', 'statechange'],
  ['ice transport', 'statechange'],
  ['sctp transport', 'statechange'],
  ['received track audio', 'mute'],
  ['received track audio', 'ended'],
  ['connection', 'connectionstatechange'],
  ['connection', 'iceconnectionstatechange'],
];

const closesInside = ([object, type, quick]: (typeof doors)[number]): Moment => ({
  name: 'the peer closes, and the page in ' + object + ' ' + type,
  closes: 'both',
  ...(quick ? { quick } : {}),
  async act(seat) {
    const target = seat.objects[object];
    let isClosed = false;
    if (target) {
      target.addEventListener(type, () => {
        if (!isClosed) seat.close();
        isClosed = true;
      });
    }
    seat.when = 'after the peer closed';
    seat.far.close();
    await pass(400);
    seat.facts.push({ part: 'page', object, member: type, way: seat.way.name, when: 'after the peer closed', facet: 'the page closes in it', value: String(isClosed) });
  },
});

/** The peer closes. */
export const peer: readonly Moment[] = [
  {
    name: 'the peer closes',
    closes: 'the peer',
    quick: true,
    act(seat) {
      seat.when = 'after the peer closed';
      seat.far.close();
    },
  },
  ...doors.map(closesInside),
];
