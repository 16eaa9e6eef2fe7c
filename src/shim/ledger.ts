import { type Weak, weakMap } from './natives';

/** What a connection owns as far as the page has met it, and whether `close()` has been called on it. */
export interface Estate {
  closed: boolean;
  /** Its data channels in the order in which the page met them. */
  channels: Held[];
  /** How many entries `channels` may reach before those that are gone are dropped. */
  room: number;
}

interface Held {
  deref(): RTCDataChannel | undefined;
}

const estates: Weak<Estate> = weakMap();

const Ref = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = Ref && Ref.prototype.deref;

/** Holds a channel without keeping it alive, where the engine can do that. */
function hold(channel: RTCDataChannel): Held {
  if (!Ref) return { deref: () => channel };
  const held = new Ref(channel);
  held.deref = deref as () => RTCDataChannel | undefined;
  return held;
}

/** The estate an object belongs to: a connection's own, or its owner's. */
export const estateOf = (object: object): Estate | undefined => estates.get(object);

/** The estate of a connection, made at the first call. */
export function openEstate(connection: object): Estate {
  let estate = estates.get(connection);
  if (!estate) {
    estate = { closed: false, channels: [], room: 16 };
    estates.set(connection, estate);
  }
  return estate;
}

/** Notes that an object belongs to an estate. */
export const own = (estate: Estate, object: object): unknown => estates.set(object, estate);

/** Notes that the page has met a channel of a connection. A channel met again keeps its place. */
export function meetChannel(connection: object, channel: RTCDataChannel): void {
  if (estates.get(channel)) return;
  const estate = openEstate(connection);
  own(estate, channel);
  const { channels } = estate;
  if (channels.length >= estate.room) dropGone(estate);
  estate.channels[estate.channels.length] = hold(channel);
}

/** The channels of an estate that the page can still reach, in order. */
export function channelsOf(estate: Estate): RTCDataChannel[] {
  const met: RTCDataChannel[] = [];
  for (let i = 0; i < estate.channels.length; i++) {
    const channel = estate.channels[i]!.deref();
    if (channel) met[met.length] = channel;
  }
  return met;
}

/** Drops collected channels (and closed ones where nothing can be held weakly), at a cost that stays constant per channel. */
function dropGone(estate: Estate): void {
  const kept: Held[] = [];
  for (let i = 0; i < estate.channels.length; i++) {
    const held = estate.channels[i]!;
    const channel = held.deref();
    if (channel && (Ref || channel.readyState !== 'closed')) kept[kept.length] = held;
  }
  estate.channels = kept;
  estate.room = kept.length * 2 + 16;
}
