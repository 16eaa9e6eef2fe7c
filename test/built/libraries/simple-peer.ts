import SimplePeer from 'simple-peer/simplepeer.min.js';
import { type Notes, type Session, type Side, media, outcome, readObjects, startRecording, until } from './recording';

/**
 * `signal` and `iceStateChange` are left out: how many candidates there are, and how soon one side learns that the other's
 * transport is gone, is a race in each engine.
 */
const EVENTS = ['connect', 'data', 'track', 'stream', 'error', 'end', 'finish', 'close'];

type Received = Record<Side, MediaStreamTrack[]>;

function watch(notes: Notes, side: Side, peer: SimplePeer, received: Received): void {
  for (const name of EVENTS) {
    peer.on(name, (detail: unknown) => {
      const { code } = Object(detail) as { code?: string };
      // In Chromium the side that is left sees `error` and `close` of its channel, or `close` alone: `destroy()` closes the channel
      // and then the connection, and which of the two is heard of first is a race, natively and with the shim:
      // https://github.com/feross/simple-peer/issues/848
      if (side === 'other' && code === 'ERR_DATA_CHANNEL') return;
      notes.event(side, name === 'data' ? `data ${String(detail)}` : name === 'error' ? `error ${code}` : name);
    });
  }
  peer.on('track', (track: unknown) => {
    received[side].push(track as MediaStreamTrack);
    (track as MediaStreamTrack).addEventListener('ended', () => notes.event(side, 'ended', 'events of received tracks'));
  });
}

/** A session of two peers in one page, each one's signals handed to the other. */
const session =
  (isCloserInitiator: boolean, close: (peer: SimplePeer) => void): Session =>
  async () => {
    const notes = startRecording();
    const { stream, stop } = media();
    const received: Received = { closer: [], other: [] };
    const peers = { closer: make(isCloserInitiator), other: make(!isCloserInitiator) };
    function make(initiator: boolean) {
      return new SimplePeer({ initiator, stream, config: { iceServers: [] } });
    }
    for (const [side, far] of [['closer', 'other'], ['other', 'closer']] as const) {
      watch(notes, side, peers[side], received);
      peers[side].on('signal', (signal) => !peers[far].destroyed && peers[far].signal(signal));
    }
    const sides = ['closer', 'other'] as const;
    await until('connected', () => sides.every((side) => peers[side].connected && received[side].length === 2));
    for (const side of sides) peers[side].send('hello');
    await until('data', () => sides.every((side) => notes.has(side, 'data hello')));

    notes.enter('closing');
    const atLast: (() => void)[] = [];
    for (const side of sides) {
      const { _pc, _channel } = peers[side];
      const read = (when: string) => {
        const { destroyed, connected, readable, writable } = peers[side];
        notes.state(side, when, { destroyed, connected, readable, writable, ...readObjects(_pc, _channel, received[side]) });
      };
      peers[side].on('close', () => read("in 'close'"));
      atLast.push(() => {
        read('at last');
        notes.state(side, 'at last', { 'send()': outcome(() => peers[side].send('more')), 'channel.send()': outcome(() => _channel!.send('more')) });
      });
    }
    close(peers.closer);
    await until('both closed', () => sides.every((side) => notes.has(side, 'close')));
    await notes.quiet();
    for (const read of atLast) read();
    stop();
    return notes.result();
  };

window.sessions = {
  'destroy() by the initiator': session(true, (peer) => peer.destroy()),
  'destroy() by the other': session(false, (peer) => peer.destroy()),
  'destroy(error) by the initiator': session(true, (peer) => peer.destroy(Object.assign(new Error('enough'), { code: 'ERR_ENOUGH' }))),
};
