import type SimplePeer from 'simple-peer/simplepeer.min.js';
import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';
import { type Notes, type Session, type Side, readObjects, startRecording, until } from './recording';

/** A whole module: a room has one document in each, and the script is in the page twice. */
interface Copy {
  WebrtcProvider: typeof WebrtcProvider;
  Doc: typeof Y.Doc;
}

declare global {
  interface Window {
    yjsModules?: Copy[];
  }
}

/** What a room has of a connection to a peer. */
interface RoomConnection {
  peer: SimplePeer;
  connected: boolean;
  closed: boolean;
}

interface Party {
  doc: Y.Doc;
  provider: WebrtcProvider;
  connections: () => RoomConnection[];
}

const SIDES = ['closer', 'other'] as const;

function join(notes: Notes, side: Side, { WebrtcProvider: Provider, Doc }: Copy, signalling: string): Party {
  const doc = new Doc();
  const provider = new Provider('room', doc, { signaling: [signalling], peerOpts: { config: { iceServers: [] } } });
  provider.on('status', ({ connected }) => notes.event(side, `status ${connected}`));
  provider.on('synced', ({ synced }) => notes.event(side, `synced ${synced}`));
  // Both announce themselves, and again when a peer goes: who is added, and how often, is a race of the signalling.
  provider.on('peers', ({ removed }) => removed.length && notes.event(side, `peers removed ${removed.length}`));
  doc.on('update', (_update, origin) => notes.event(side, origin === null ? 'update of its own' : 'update from afar', 'updates'));
  return { doc, provider, connections: () => [...(provider.room?.webrtcConns.values() ?? [])] as never };
}

/** A session of two documents over a server that speaks y-webrtc's protocol. */
const session =
  (isCloserFirst: boolean, close: (party: Party) => void): Session =>
  async (signalling) => {
    const notes = startRecording();
    const parties = {} as Record<Side, Party>;
    // One after the other: when both announce themselves at once, both make an offer, and the library tries until one is left.
    for (const side of isCloserFirst ? SIDES : [...SIDES].reverse()) {
      parties[side] = join(notes, side, window.yjsModules!.pop()!, signalling);
      await until('it is heard of', () => parties[side].provider.signalingConns.every(({ connected }: { connected: boolean }) => connected));
    }
    await until('connected', () => SIDES.every((side) => parties[side].connections().some(({ connected }) => connected)));
    await until('synced', () => SIDES.every((side) => parties[side].provider.room!.synced));
    for (const side of SIDES) parties[side].doc.getMap('map').set(side, 'hello');
    await until('the same', () => SIDES.every((side) => parties[side].doc.getMap('map').size === 2));

    notes.enter('closing');
    const atLast: (() => void)[] = [];
    for (const side of SIDES) {
      const { provider, connections } = parties[side];
      const connection = connections().find(({ connected }) => connected)!;
      const { _pc, _channel } = connection.peer;
      const read = (when: string) => {
        const { connected, closed, peer } = connection;
        notes.state(side, when, { 'provider.connected': provider.connected, connected, closed, 'peer.destroyed': peer.destroyed, ...readObjects(_pc, _channel) });
      };
      // Its own handler stands before this one.
      connection.peer.on('close', () => {
        read("in 'close'");
        notes.event(side, 'connection closed', 'events of the connection');
      });
      connection.peer.on('error', () => side === 'closer' && notes.event(side, 'connection error', 'events of the connection'));
      atLast.push(() => {
        read('at last');
        parties[side].doc.getMap('map').set(side, 'alone');
      });
    }
    close(parties.closer);
    await until('both closed', () => SIDES.every((side) => notes.has(side, 'connection closed')));
    await notes.quiet();
    for (const read of atLast) read();
    await notes.quiet();
    for (const side of SIDES) notes.state(side, 'at last', { 'what it has of the other': parties[side].doc.getMap('map').get(side === 'closer' ? 'other' : 'closer') });
    return notes.result();
  };

(window.yjsModules ??= []).push({ WebrtcProvider, Doc: Y.Doc });
window.sessions = {
  'WebrtcProvider.disconnect() by the first': session(true, ({ provider }) => provider.disconnect()),
  'WebrtcProvider.disconnect() by the second': session(false, ({ provider }) => provider.disconnect()),
  'WebrtcProvider.destroy() by the first': session(true, ({ provider }) => provider.destroy()),
  'WebrtcProvider.destroy() by the second': session(false, ({ provider }) => provider.destroy()),
  'Doc.destroy() by the first': session(true, ({ doc }) => doc.destroy()),
};
