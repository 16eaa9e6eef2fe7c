import { type Method, add, apply, attempt, bare, each, keys, weakMap } from '../engine/intrinsics';

// `attempt` is for engines without it.
const Ref = attempt(() => WeakRef);
const deref = Ref && (Ref.prototype.deref as Method);

/**
 * Where the channels of a connection stand: the number of their list. The list itself must not hang on the connection: while
 * a promise of the platform holds the connection, Firefox counts a WeakRef that can be reached from it as a holder.
 */
const numbers = weakMap<number>();
let last = 0;

/** The channels of each connection in the order in which the page met them. */
const lists: Record<number, WeakRef<RTCDataChannel>[]> = bare({});
let held = 0;
// Half as much memory as one connection takes; below that nothing is looked for.
let room = 1024;

/** The same where nothing can be held weakly. */
const strong = weakMap<RTCDataChannel[]>();

/** The channels that were met in an event: the peer made them. */
export const isReceived = weakMap<boolean>();

/** Notes that the page has met a channel of a connection. Returns whether it is the first. */
export function registerChannel(connection: object, channel: RTCDataChannel): boolean {
  if (!Ref) {
    const before = strong.get(connection) || [];
    const channels = before.length % 64 ? before : before.filter(({ readyState }) => readyState !== 'closed');
    add(channels, channel);
    strong.set(connection, channels);
    return channels.length === 1;
  }
  let number = numbers.get(connection);
  const isFirst = !number;
  if (!number) numbers.set(connection, (number = ++last));
  const list = lists[number] || (lists[number] = bare([]));
  list[list.length] = new Ref(channel);
  if (++held > room) sweep();
  return isFirst;
}

/** The channels of a connection that the page can still reach, in order. */
export function channelsOf(connection: object): RTCDataChannel[] {
  if (!Ref) return strong.get(connection) || [];
  const found: RTCDataChannel[] = bare([]);
  const list = lists[numbers.get(connection)!] || [];
  for (let i = 0; i < list.length; i++) {
    const channel = apply(deref!, list[i], []) as RTCDataChannel | undefined;
    if (channel) found[found.length] = channel;
  }
  return found;
}

/** Drops what was collected, at a cost that stays constant per channel. */
function sweep(): void {
  held = 0;
  each(keys(lists), (key) => {
    const number = +key;
    const alive: WeakRef<RTCDataChannel>[] = bare([]);
    each(lists[number]!, (ref) => {
      if (apply(deref!, ref, [])) alive[alive.length] = ref;
    });
    held += alive.length;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the numbers only grow: a map of what there is
    if (!(lists[number] = alive).length) delete lists[number];
  });
  room = held * 2 + 1024;
}
