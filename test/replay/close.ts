import type { Channel } from './channel';
import type { Connection } from './connection';
import { losePeer } from './lose-peer';
import { type RealmParts, actOut } from './realm-parts';

/** Closes a connection as the replayed engine does. */
export function close(connection: Connection, { behaviour, clock, events }: RealmParts): void {
  if (connection.closed) {
    if (behaviour.secondClose) actOut('throws ' + behaviour.secondClose);
    return;
  }
  if (behaviour.statsHangClose && connection.readsUntilStatistics > 0) throw new Error('the page hangs');
  connection.closed = true;
  const { states, channels, face } = connection;
  const turn = (name: string) => {
    if (name in states) states[name] = 'closed';
  };

  for (const name of ['iceConnectionState', 'signalingState', 'connectionState']) {
    const type = name.toLowerCase() + 'change';
    if (!behaviour.staleStates.includes(name)) turn(name);
    if (behaviour.connectionFiresInside.includes(type)) events.fire(face, type);
  }
  if (behaviour.statesTurnAfter !== undefined) clock.after(behaviour.statesTurnAfter, () => behaviour.staleStates.forEach(turn));
  if (behaviour.gatheringReads) states.iceGatheringState = behaviour.gatheringReads;
  if (behaviour.sctpAppears) clock.after(1, () => void (connection.transports.sctp ??= { face: {}, state: 'closed' }));
  for (const type of behaviour.connectionFires) {
    clock.after(1, () => {
      if (behaviour.callsHandlers && type === 'signalingstatechange') events.callHandler(face, type, 'closed');
      else events.fire(face, type);
    });
  }

  connection.eachTransport((transport, kind) => {
    if (behaviour.staleTransports.includes(kind)) return;
    if (behaviour.transportsTurnLater.includes(kind)) {
      clock.after(1, () => {
        transport.state = 'closed';
        events.fire(transport.face, 'statechange');
      });
      return;
    }
    transport.state = 'closed';
    if (behaviour.transportsFireInside.includes(kind)) events.fire(transport.face, 'statechange');
  });

  for (const transceiver of connection.transceivers) {
    const { received } = transceiver;
    const { stopped, direction = 'stopped', currentDirection = 'stopped', mid } = behaviour.transceivers;
    if (!stopped) transceiver.stopped = true;
    if (direction !== 'as before') transceiver.direction = direction;
    transceiver.currentDirection = currentDirection;
    if (mid === null) transceiver.mid = mid;
    for (const type of behaviour.tracksFireInside) events.fire(received.face, type);
    const end = () => {
      received.readyState = 'ended';
      events.fire(received.face, 'ended');
    };
    if (behaviour.tracksEnd === 'inside') end();
    else if (behaviour.tracksEnd === 'later') clock.after(behaviour.tracksEndAfter, end);
  }
  if (behaviour.forgets.includes('getRemoteStreams')) connection.remoteStreams = [];
  if (behaviour.forgets.includes('descriptions')) connection.local = connection.remote = null;
  if (behaviour.forgets.includes('sender.track')) for (const transceiver of connection.transceivers) transceiver.sends = null;

  const open = channels.filter(({ readyState }) => readyState !== 'closed');
  if (behaviour.channelOrder === 'reversed') open.reverse();
  for (const channel of open) turnClosed(channel, { behaviour, clock, events });
  losePeer(connection, { behaviour, clock, events });
}

/** Takes a channel to its end with the events that the engine fires on the way. */
function turnClosed(channel: Channel, { behaviour, clock, events }: Pick<RealmParts, 'behaviour' | 'clock' | 'events'>): void {
  if (behaviour.closingForEver && channel.readyState === 'closing') return;
  const opened = channel.readyState !== 'connecting';
  const types = opened ? behaviour.channelEvents : behaviour.unopenedEvents;
  if (behaviour.channelsRead === 'closed' && types) channel.readyState = 'closed';
  else if (behaviour.channelsRead === 'all closing' || (behaviour.channelsRead === 'closing' && opened)) channel.readyState = 'closing';
  if (!types) return;
  clock.after(8, () => {
    for (const type of types) {
      channel.readyState = type === 'closing' ? 'closing' : 'closed';
      events.fire(channel.face, type);
    }
    channel.readyState = 'closed';
  });
}
