import type { Connection } from './connection';
import type { Interface } from './interfaces';
import { type RealmParts, actOut } from './realm-parts';

/** One end of a data channel. */
export interface Channel {
  face: object;
  connection: Connection;
  label: string;
  id: number | undefined;
  readyState: string;
  bufferedAmount: number;
  /** The other end, once there is one. */
  twin?: Channel;
}

/** The data channel interface of a realm. */
export interface Channels {
  interfaceObject: Interface;
  make(connection: Connection, label: string, id?: number): Channel;
  /** Joins two ends, and opens both. */
  open(one: Channel, other: Channel, delay: number): void;
}

/** Makes data channels that hand their messages over in the same page. */
export function createChannels({ behaviour, clock, interfaces }: RealmParts): Channels {
  const modelOf = interfaces.modelOf as (face: object) => Channel;

  /** A channel that is closed alone, or by its peer, turns closed and says so. */
  const closeAlone = (channel: Channel, reads: string) => {
    if (channel.readyState === 'closed' || channel.readyState === 'closing') return;
    channel.readyState = reads;
    channel.connection.queue(3, channel.face, 'close', () => {
      channel.readyState = 'closed';
    });
  };

  const interfaceObject = interfaces.define(
    behaviour.channel ?? 'RTCDataChannel',
    {
      get label() {
        return modelOf(this).label;
      },
      get readyState() {
        return modelOf(this).readyState;
      },
      get bufferedAmount() {
        return modelOf(this).bufferedAmount;
      },
      send(data: string) {
        const channel = modelOf(this);
        if (channel.connection.closed) {
          // By the time the state has turned, every engine but Firefox refuses.
          return behaviour.send === undefined ? undefined : actOut('throws ' + behaviour.send);
        }
        if (channel.readyState !== 'open') return actOut('throws InvalidStateError');
        channel.bufferedAmount += data.length;
        channel.connection.queue(2, channel.face, 'bufferedamountlow', () => {
          channel.bufferedAmount = 0;
        });
        const { twin } = channel;
        if (twin) twin.connection.queue(1, twin.face, 'message', () => undefined, { data });
        return undefined;
      },
      close() {
        const channel = modelOf(this);
        if (channel.connection.closed) return;
        closeAlone(channel, behaviour.closedAloneReads);
        if (channel.twin) clock.after(2, () => closeAlone(channel.twin!, 'closing'));
      },
    },
    ['open', 'message', 'bufferedamountlow', 'closing', 'error', 'close'],
  );

  return {
    interfaceObject,
    make(connection, label, id) {
      const channel: Channel = { face: {}, connection, label, id, readyState: 'connecting', bufferedAmount: 0 };
      channel.face = interfaces.make(interfaceObject, channel);
      return channel;
    },
    open(one, other, delay) {
      one.twin = other;
      other.twin = one;
      for (const end of [one, other]) {
        end.connection.queue(delay, end.face, 'open', () => {
          if (end.readyState === 'connecting') end.readyState = 'open';
        });
      }
    },
  };
}
