import { pass } from '../../conformance/realm';
import { type Moment, reached } from '../moment';

/** What an application closes its own side in when its peer has closed. */
const doors: [object: string, type: string, quick?: true][] = [
  ['channel first', 'closing'],
  ['channel first', 'error', true],
  ['channel first', 'close'],
  ['channel received', 'closing'],
  ['channel received', 'error'],
  ['channel received', 'close'],
  ['channel negotiated', 'error'],
  ['channel negotiated', 'close'],
  ['dtls transport', 'statechange'],
  ['ice transport', 'statechange'],
  ['sctp transport', 'statechange'],
  ['received track audio', 'mute'],
  ['received track audio', 'ended'],
  ['connection', 'connectionstatechange'],
  ['connection', 'iceconnectionstatechange'],
];

/** Both have closed, the one in the middle of the other's: what of it came before is another question. */
const since = 'since the peer closed';

const closesInside = ([object, type, quick]: (typeof doors)[number]): Moment => ({
  name: 'the peer closes, and the page in ' + object + ' ' + type,
  closes: 'both',
  ...(quick ? { quick } : {}),
  async act(seat) {
    const target = seat.objects[object];
    let isClosed = false;
    if (target) {
      seat.actIn(target, type, () => {
        if (isClosed) return;
        isClosed = true;
        seat.close(since);
      });
    }
    seat.when = since;
    seat.far.close();
    await pass(400);
    seat.facts.push({ part: 'page', object, member: type, way: seat.way.name, when: since, facet: reached, value: String(isClosed) });
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
