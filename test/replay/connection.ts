import type { Channel } from './channel';
import type { Stream, Track } from './media';
import type { RealmParts } from './realm-parts';

/** A description as pages hand it over; its `sdp` tells the number of its connection (see sdp.ts). */
export interface Description {
  type: string;
  sdp: string;
}

/** One transport, with the state that its attribute reads. */
export interface TransportState {
  face: object;
  state: string;
}

/** A sending and a receiving half. */
export interface Transceiver {
  face: object;
  sender: object;
  receiver: object;
  /** What is sent; null where only the peer sends. */
  sends: Track | null;
  received: Track;
  mid: string | null;
  stopped: boolean;
  direction: string;
  currentDirection: string | null;
}

/** The state of one connection: what its attributes read and what it owns. */
export class Connection {
  face: object = {};
  closed = false;
  readonly states: Record<string, string> = { signalingState: 'stable', iceConnectionState: 'new', connectionState: 'new', iceGatheringState: 'new' };
  local: Description | null = null;
  remote: Description | null = null;
  localStreams: Stream[] = [];
  remoteStreams: Stream[] = [];
  transceivers: Transceiver[] = [];
  channels: Channel[] = [];
  /** Made with the first local description. */
  transports: Partial<Record<'sctp' | 'dtls' | 'ice', TransportState>> = {};
  peer: Connection | undefined;
  connected = false;
  /** How often a description can be read until the statistics that were asked for are there: each time the page waits for the engine's threads. */
  readsUntilStatistics = 0;
  readonly #parts: RealmParts;

  constructor(parts: RealmParts) {
    this.#parts = parts;
  }

  /** Changes a state and tells it later, as the engine's other thread does: not any more when the connection has been closed meanwhile. */
  queue(delay: number, target: object, type: string, change: () => void, members: object = {}): void {
    const { behaviour, clock, events } = this.#parts;
    clock.after(delay, () => {
      if (this.closed && !behaviour.queuedStillFire.includes(type)) return;
      if (!this.closed) change();
      if (behaviour.callsHandlers && type === 'signalingstatechange') events.callHandler(target, type, this.states.signalingState);
      else events.fire(target, type, members);
    });
  }

  /** Queues an event of the connection itself that goes with a state. */
  queueState(delay: number, name: 'signalingState' | 'iceConnectionState' | 'connectionState' | 'iceGatheringState', state: string): void {
    this.queue(delay, this.face, name.toLowerCase() + 'change', () => {
      this.states[name] = state;
    });
  }

  /** The transports that there are. */
  eachTransport(visit: (transport: TransportState, kind: 'sctp' | 'dtls' | 'ice') => void): void {
    for (const kind of ['ice', 'dtls', 'sctp'] as const) {
      const transport = this.transports[kind];
      if (transport) visit(transport, kind);
    }
  }
}
