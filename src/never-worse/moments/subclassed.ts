import type { Moment } from '../moment';
import { hasSubclasses, subclass } from '../subclass';

/** A moment of a connection of the page's own class, and of all that it owns. */
const subclassed = (moment: Omit<Moment, 'lacks' | 'first'>): Moment => ({
  ...moment,
  name: 'a subclassed connection: ' + moment.name,
  first: ({ page }) => void (hasSubclasses(page) && subclass(page)),
  lacks: ({ realm: { page } }) => (hasSubclasses(page) ? undefined : 'the engine has no Reflect.construct, so no subclasses'),
});

/** `class Peer extends RTCPeerConnection`, listened to. */
export const subclasses: readonly Moment[] = [
  subclassed({ name: 'it connects', closes: 'nobody', fromTheStart: true, act: () => undefined }),
  subclassed({ name: 'a local close', closes: 'here', quick: true, act: (seat) => seat.close() }),
  subclassed({
    name: 'the peer closes',
    closes: 'the peer',
    act(seat) {
      seat.when = 'after the peer closed';
      seat.far.close();
    },
  }),
];
