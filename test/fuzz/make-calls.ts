import type { callNames } from './program';
import type { Stage } from './stage';

/** What is called on a connection, and what it does when that is closed. */
interface Call {
  call(pc: RTCPeerConnection, nth: number, stage: Stage): unknown;
  closed: RegExp;
  /** Whether it is to settle also where the connection is closed meanwhile. */
  settles?: boolean;
}

const rejects = /^rejects InvalidStateError$/;
const throws = /^throws InvalidStateError$/;

const candidate = { candidate: 'candidate:1 1 udp 2113937151 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
const transceiver = (pc: RTCPeerConnection, nth: number) => pc.getTransceivers()[nth];

/** Thrown by a call that has nothing to call. */
export const NOTHING = new Error('there is nothing to call');

const on = <Value>(value: Value | null | undefined): Value => {
  if (!value) throw NOTHING;
  return value;
};

/** Every call, in the form that modern engines have. */
export const calls: Record<(typeof callNames)[number], Call> = {
  createOffer: { call: (pc) => pc.createOffer(), closed: rejects },
  createAnswer: { call: (pc) => pc.createAnswer(), closed: rejects },
  setLocalDescription: { call: (pc) => pc.setLocalDescription(), closed: rejects },
  setRemoteDescription: { call: (pc) => pc.setRemoteDescription({ type: 'offer', sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' }), closed: rejects },
  rollback: { call: (pc) => pc.setLocalDescription({ type: 'rollback' }), closed: rejects },
  addIceCandidate: { call: (pc) => pc.addIceCandidate(candidate), closed: rejects },
  createDataChannel: {
    call(pc, nth, stage) {
      const actor = [...stage.actors.values()].find((each) => each.pc === pc)!;
      const channel = pc.createDataChannel(`called ${nth}`);
      stage.addChannel(actor, channel, channel.label);
    },
    closed: throws,
  },
  addTrack: { call: (pc, _nth, { page }) => void pc.addTrack(page.document.createElement('canvas').captureStream().getTracks()[0]), closed: throws },
  removeTrack: { call: (pc, nth) => pc.removeTrack(on(transceiver(pc, nth)).sender), closed: throws },
  addTransceiver: { call: (pc) => void pc.addTransceiver('audio'), closed: throws },
  setConfiguration: { call: (pc) => pc.setConfiguration(pc.getConfiguration()), closed: throws },
  restartIce: { call: (pc) => pc.restartIce(), closed: /^returns undefined$/ },
  stop: { call: (pc, nth) => on(transceiver(pc, nth)).stop(), closed: throws },
  direction: { call: (pc, nth) => void (on(transceiver(pc, nth)).direction = 'inactive'), closed: throws },
  replaceTrack: { call: (pc, nth) => on(transceiver(pc, nth)).sender.replaceTrack(null), closed: rejects },
  setParameters: {
    call(pc, nth) {
      const { sender } = on(transceiver(pc, nth));
      return sender.setParameters(sender.getParameters());
    },
    closed: rejects,
  },
  getStats: { call: (pc) => pc.getStats(), closed: /^resolves$/, settles: true },
};

/** What a call is named as where it is compared: the object, the member, and with what it is called. */
export function calledAs(what: (typeof callNames)[number], nth: number): [object: string, member: string, way: string] {
  if (what === 'stop' || what === 'direction') return [`transceiver ${nth}`, what === 'stop' ? 'stop()' : 'direction =', 'nothing'];
  if (what === 'replaceTrack' || what === 'setParameters') return [`sender ${nth}`, `${what}()`, 'nothing'];
  return ['connection', what === 'rollback' ? 'setLocalDescription()' : `${what}()`, what === 'rollback' ? what : 'nothing'];
}
