import { type Method, type Weak, apply, weakMap } from './natives';

/** The data channels of one connection in the order in which the page met them, held weakly where the engine can do that. */
interface Ledger {
  held: (RTCDataChannel | WeakRef<RTCDataChannel>)[];
  /** How many there may be before those that are gone are dropped. */
  room: number;
}

const ledgers: Weak<Ledger> = weakMap();

const Ref = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = Ref && (Ref.prototype.deref as Method);

/** Notes that the page has met a channel of a connection. */
export function meetChannel(connection: object, channel: RTCDataChannel): void {
  let ledger = ledgers.get(connection);
  if (!ledger) ledgers.set(connection, (ledger = { held: [], room: 16 }));
  const { held } = ledger;
  // Dropped at a cost that stays constant per channel.
  if (held.length >= ledger.room) ledger.room = channelsOf(connection, true).length * 2 + 16;
  ledger.held[ledger.held.length] = Ref ? new Ref(channel) : channel;
}

/** The channels of a connection that the page can still reach, in order. `drops` what is gone, and where nothing can be held weakly, closed. */
export function channelsOf(connection: object, drops?: boolean): RTCDataChannel[] {
  const ledger = ledgers.get(connection);
  const channels: RTCDataChannel[] = [];
  const kept: Ledger['held'] = [];
  for (let i = 0; ledger && i < ledger.held.length; i++) {
    const held = ledger.held[i]!;
    const channel = (deref ? apply(deref, held) : held) as RTCDataChannel | undefined;
    if (!channel || (drops && !Ref && channel.readyState === 'closed')) continue;
    channels[channels.length] = channel;
    kept[kept.length] = held;
  }
  if (ledger && drops) ledger.held = kept;
  return channels;
}
