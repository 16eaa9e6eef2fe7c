import type { Connection } from './connection';
import type { RealmParts } from './realm-parts';

/** Tells the other side that a connection was closed, as the replayed engine does. */
export function losePeer({ peer }: Connection, { behaviour, clock, events }: Pick<RealmParts, 'behaviour' | 'clock' | 'events'>): void {
  if (!peer) return;
  const { peerCloseEvents, peerCloseOrder, peerCloseReads, peerErrorDetail, transportsTellFirst } = behaviour;
  const later = (delay: number, tell: () => void) =>
    clock.after(delay, () => {
      if (!peer.closed) tell();
    });

  later(transportsTellFirst ? 20 : 24, () => {
    for (const kind of ['dtls', 'sctp'] as const) {
      const transport = peer.transports[kind];
      if (!transport) continue;
      transport.state = 'closed';
      events.fire(transport.face, 'statechange');
    }
  });
  if (!peerCloseEvents.length) return;
  later(22, () => {
    const open = peer.channels.filter(({ readyState }) => readyState !== 'closed');
    if (peerCloseOrder === 'reversed') open.reverse();
    for (const channel of open) {
      for (const type of peerCloseEvents) {
        channel.readyState = type === 'closing' ? peerCloseReads : 'closed';
        events.fire(channel.face, type, type === 'error' ? { error: { errorDetail: peerErrorDetail } } : {});
      }
    }
  });
}
