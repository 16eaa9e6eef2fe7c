import { type DataConnection, type MediaConnection, Peer } from 'peerjs';
import { type Notes, type Session, type Side, media, outcome, readObjects, startRecording, until } from './recording';

type Connection = DataConnection | MediaConnection;

/** What either side has in a session. */
interface Party {
  peer: Peer;
  connection: Connection;
}

const SIDES = ['closer', 'other'] as const;

/** The types of the two kinds' events have nothing in common. */
const listen = (connection: Connection) => (event: string, listener: (detail: unknown) => void) => void (connection as DataConnection).on(event as 'data', listener);

/** `iceStateChanged` is left out: how soon one side learns that the other's transport is gone is a race in each engine. */
function watch(notes: Notes, side: Side, connection: Connection, tracks: MediaStreamTrack[]): void {
  const on = listen(connection);
  for (const name of ['open', 'stream', 'willCloseOnRemote', 'data', 'close', 'error']) {
    on(name, (detail) => {
      // Chromium 138 may fire a received channel's `open`, of which PeerJS makes both of these, twice while it connects: a race of the
      // engine's (13 of 300 pairs on a busy machine, no shim and no library on the page).
      if ((name === 'open' || name === 'willCloseOnRemote') && notes.has(side, name)) return;
      // Of the auxiliary channel: in no order with the streams.
      if (name === 'willCloseOnRemote') return notes.event(side, name, 'events of the channel');
      notes.event(side, name === 'data' ? `data ${String(detail)}` : name === 'error' ? `error ${(detail as { type: string }).type}` : name);
    });
  }
  on('stream', (stream) => {
    for (const track of (stream as MediaStream).getTracks()) {
      if (tracks.includes(track)) continue;
      tracks.push(track);
      track.addEventListener('ended', () => notes.event(side, 'ended', 'events of received tracks'));
    }
  });
}

/** A peer that is known to the server. */
async function open(notes: Notes, side: Side, signalling: string): Promise<Peer> {
  const { hostname: host, port } = new URL(signalling);
  const peer = new Peer(side, { host, port: Number(port), path: '/', secure: false, config: { iceServers: [] } });
  for (const name of ['open', 'close', 'disconnected', 'error'] as const) peer.on(name, () => notes.event(side, `peer ${name}`));
  await until('open', () => notes.has(side, 'peer open'));
  return peer;
}

/** A session of two peers in one page over a server that speaks the PeerServer's protocol. */
const session =
  (kind: 'data' | 'media', isCloserCaller: boolean, close: (party: Party) => void): Session =>
  async (signalling) => {
    const notes = startRecording();
    const { stream, stop } = media();
    const tracks: Record<Side, MediaStreamTrack[]> = { closer: [], other: [] };
    const caller = isCloserCaller ? 'closer' : 'other';
    const called = isCloserCaller ? 'other' : 'closer';
    const from = await open(notes, caller, signalling);
    const to = await open(notes, called, signalling);
    const answered = new Promise<Connection>((resolve) => {
      to.on('connection', resolve);
      to.on('call', (call) => {
        call.answer(stream);
        resolve(call);
      });
    });
    const made = kind === 'data' ? from.connect(called) : from.call(called, stream);
    watch(notes, caller, made, tracks[caller]);
    const taken = await answered;
    watch(notes, called, taken, tracks[called]);
    const parties: Record<Side, Party> = { [caller]: { peer: from, connection: made }, [called]: { peer: to, connection: taken } } as never;
    await until('connected', () => SIDES.every((side) => notes.has(side, kind === 'data' ? 'open' : 'willCloseOnRemote') && (kind === 'data' || tracks[side].length === 2)));
    for (const side of SIDES) if (kind === 'data') void (parties[side].connection as DataConnection).send('hello');
    await until('data', () => kind === 'media' || SIDES.every((side) => notes.has(side, 'data hello')));

    notes.enter('closing');
    const atLast: (() => void)[] = [];
    for (const side of SIDES) {
      const { peer, connection } = parties[side];
      const { peerConnection, dataChannel } = connection;
      const read = (when: string) => {
        notes.state(side, when, {
          open: connection.open,
          'peer.destroyed': peer.destroyed,
          peerConnection: connection.peerConnection && 'kept',
          dataChannel: connection.dataChannel && 'kept',
          ...readObjects(peerConnection, dataChannel, tracks[side]),
        });
      };
      listen(connection)('close', () => read("in 'close'"));
      atLast.push(() => {
        read('at last');
        notes.state(side, 'at last', { 'channel.send()': outcome(() => dataChannel.send('more')) });
        if (kind === 'data') notes.state(side, 'at last', { 'send()': outcome(() => void (connection as DataConnection).send('more')) });
      });
    }
    close(parties.closer);
    await until('both closed', () => SIDES.every((side) => notes.has(side, 'close')));
    await notes.quiet();
    for (const read of atLast) read();
    for (const side of SIDES) parties[side].peer.destroy();
    stop();
    return notes.result();
  };

window.sessions = {
  'DataConnection.close() by the caller': session('data', true, ({ connection }) => connection.close()),
  'DataConnection.close() by the called': session('data', false, ({ connection }) => connection.close()),
  'MediaConnection.close() by the caller': session('media', true, ({ connection }) => connection.close()),
  'MediaConnection.close() by the called': session('media', false, ({ connection }) => connection.close()),
  'Peer.destroy() by the caller': session('data', true, ({ peer }) => peer.destroy()),
  'Peer.destroy() by the called': session('media', false, ({ peer }) => peer.destroy()),
};
