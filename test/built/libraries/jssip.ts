import * as JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { type Notes, type Session, type Side, media, outcome, readObjects, startRecording, until } from './recording';

const SIDES = ['closer', 'other'] as const;
const EVENTS = ['peerconnection', 'connecting', 'sending', 'progress', 'accepted', 'confirmed', 'ended', 'failed'] as const;
const pcConfig: RTCConfiguration = { iceServers: [] };
const uri = (side: Side) => `sip:${side}@example.invalid`;

async function open(notes: Notes, side: Side, signalling: string): Promise<JsSIP.UA> {
  const agent = new JsSIP.UA({ sockets: [new JsSIP.WebSocketInterface(`${signalling}/${side}`)], uri: uri(side), register: false });
  agent.on('connected', () => notes.event(side, 'agent connected'));
  agent.start();
  await until('agent connected', () => notes.has(side, 'agent connected'));
  return agent;
}

function watch(notes: Notes, side: Side, call: RTCSession): void {
  for (const name of EVENTS) {
    call.on(name, (event: unknown) => {
      const { originator, cause } = Object(event) as { originator?: string; cause?: string };
      notes.event(side, [name, originator, cause].filter(Boolean).join(' '));
    });
  }
}

/** A call between two user agents in one page. */
const session =
  (isCloserCaller: boolean, isAnswered: boolean, close: (call: RTCSession, agent: JsSIP.UA) => void): Session =>
  async (signalling) => {
    const notes = startRecording();
    const { stream, stop } = media();
    const agents = { closer: await open(notes, 'closer', signalling), other: await open(notes, 'other', signalling) };
    const calls: Partial<Record<Side, RTCSession>> = {};
    for (const side of SIDES) {
      agents[side].on('newRTCSession', ({ session: call }: { session: RTCSession }) => {
        calls[side] = call;
        watch(notes, side, call);
        if (isAnswered && side === called) call.answer({ mediaStream: stream, pcConfig });
      });
    }
    const caller = isCloserCaller ? 'closer' : 'other';
    const called = isCloserCaller ? 'other' : 'closer';
    agents[caller].call(uri(called), { mediaStream: stream, pcConfig });
    const hasBegun = (side: Side) =>
      isAnswered
        ? notes.has(side, `confirmed ${side === called ? 'remote' : 'local'}`) && calls[side]!.connection.connectionState === 'connected'
        : notes.has(side, `progress ${side === called ? 'local' : 'remote'}`);
    await until('begun', () => SIDES.every(hasBegun));

    notes.enter('closing');
    const atLast: (() => void)[] = [];
    for (const side of SIDES) {
      const call = calls[side]!;
      const { connection } = call;
      const tracks = connection ? connection.getReceivers().map(({ track }) => track) : [];
      for (const track of tracks) track.addEventListener('ended', () => notes.event(side, 'ended', 'events of received tracks'));
      const read = (when: string) => {
        notes.state(side, when, { isEnded: call.isEnded(), isInProgress: call.isInProgress(), connection: call.connection && 'kept', ...readObjects(connection, undefined, tracks) });
        if (connection) notes.state(side, when, { 'connection.getReceivers()': `${connection.getReceivers().length} of ${tracks.length}` });
      };
      for (const name of ['ended', 'failed'] as const) {
        call.on(name, () => {
          read("in 'ended' or 'failed'");
          notes.event(side, 'is over', 'marks');
        });
      }
      atLast.push(() => {
        read('at last');
        notes.state(side, 'at last', { 'terminate()': outcome(() => call.terminate()), 'sendDTMF()': outcome(() => call.sendDTMF('1')), 'hold()': outcome(() => call.hold()) });
      });
    }
    close(calls.closer!, agents.closer);
    await until('over', () => SIDES.every((side) => notes.has(side, 'is over')));
    await notes.quiet();
    for (const read of atLast) read();
    for (const side of SIDES) agents[side].stop();
    stop();
    return notes.result();
  };

window.sessions = {
  'terminate() by the caller': session(true, true, (call) => call.terminate()),
  'terminate() by the called': session(false, true, (call) => call.terminate()),
  'terminate() while it rings, by the caller': session(true, false, (call) => call.terminate()),
  'stop() of the user agent': session(true, true, (_call, agent) => agent.stop()),
};
