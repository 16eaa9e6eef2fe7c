import type { Channels } from './channel';
import type { Connection, Description, Transceiver } from './connection';
import type { Media, Track } from './media';
import type { RealmParts } from './realm-parts';
import { numberIn } from './sdp';

/** What the steps of a negotiation need of their realm. */
export interface Negotiation extends RealmParts {
  media: Media;
  channels: Channels;
  /** The connections of the realm, by the number in their descriptions. */
  numbered: Connection[];
  makeTransceiver(connection: Connection, sends: Track | null, kind: string): Transceiver;
  makeTransports(connection: Connection): void;
}

/** Sets a local description: transports are made and gathering begins. */
export function setLocal(connection: Connection, description: Description, realm: Negotiation): void {
  connection.local = description;
  realm.makeTransports(connection);
  connection.transceivers.forEach((transceiver, i) => {
    transceiver.mid ??= String(i);
  });
  connection.queueState(0, 'signalingState', description.type === 'offer' ? 'have-local-offer' : 'stable');
  if (connection.states.iceGatheringState !== 'new') return;
  connection.queueState(1, 'iceGatheringState', 'gathering');
  for (const delay of [2, 3]) connection.queue(delay, connection.face, 'icecandidate', () => undefined, { candidate: { candidate: 'candidate:' + delay } });
  connection.queueState(4, 'iceGatheringState', 'complete');
  connection.queue(4, connection.face, 'icecandidate', () => undefined, { candidate: null });
}

/** Sets a remote description: what the peer sends is announced, and with an answer both connect. */
export function setRemote(connection: Connection, description: Description, realm: Negotiation): void {
  const { media, numbered } = realm;
  connection.remote = description;
  const peer = numbered[numberIn(description.sdp)]!;
  connection.peer = peer;
  connection.queueState(0, 'signalingState', description.type === 'offer' ? 'have-remote-offer' : 'stable');
  const received: Track[] = [];
  peer.transceivers.forEach(({ sends, received: { kind } }, i) => {
    const own = connection.transceivers[i] ?? realm.makeTransceiver(connection, null, kind);
    if (sends) received.push(own.received);
  });
  if (received.length && !connection.remoteStreams.length) {
    const stream = media.makeStream(received);
    connection.remoteStreams.push(stream);
    for (const track of received) connection.queue(0, connection.face, 'track', () => undefined, { track: track.face });
    connection.queue(0, connection.face, 'addstream', () => undefined, { stream: stream.face });
  }
  if (description.type === 'answer') connect(connection, peer, realm);
}

/** Connects two sides. All is queued at once: an engine does so on another thread, however busy the page is. */
function connect(one: Connection, other: Connection, realm: Negotiation): void {
  for (const [side, peer] of [[one, other], [other, one]] as const) {
    side.queueState(3, 'iceConnectionState', 'checking');
    side.queueState(3, 'connectionState', 'connecting');
    side.queueState(6, 'iceConnectionState', 'connected');
    side.eachTransport(({ face }, kind) => {
      const transport = side.transports[kind]!;
      side.queue(7, face, 'statechange', () => {
        transport.state = 'connected';
      });
    });
    side.queue(8, side.face, 'connectionstatechange', () => {
      side.states.connectionState = 'connected';
      side.connected = true;
    });
    for (const { received, currentDirection } of side.transceivers) {
      if (currentDirection === null && peer.transceivers.some(({ sends }) => sends?.kind === received.kind)) {
        side.queue(12, received.face, 'unmute', () => {
          received.muted = false;
        });
      }
    }
    for (const transceiver of side.transceivers) transceiver.currentDirection = transceiver.direction;
    for (const channel of side.channels) announceChannel(channel, peer, 9, realm);
  }
}

/** Opens a channel together with the peer's end: the one negotiated under the same number, or one that the peer then meets. */
export function announceChannel(channel: Connection['channels'][number], peer: Connection, delay: number, { channels }: Negotiation): void {
  if (channel.twin || peer.closed) return;
  if (channel.id !== undefined) {
    const twin = peer.channels.find(({ id }) => id === channel.id);
    if (twin) channels.open(channel, twin, delay);
    return;
  }
  const twin = channels.make(peer, channel.label);
  channels.open(channel, twin, delay + 1);
  peer.queue(delay, peer.face, 'datachannel', () => peer.channels.push(twin), { channel: twin.face });
}
