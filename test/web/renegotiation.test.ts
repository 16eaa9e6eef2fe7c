import { expect } from 'chai';
import { opened } from '../../src/conformance/pair';
import { pass, until } from '../../src/conformance/realm';
import { type FrameRealm, inRealm } from './realms';

/** A connected pair with a track and a data channel. Only the watched side has the shim: the other one says what arrives. */
interface Session {
  offerer: RTCPeerConnection;
  answerer: RTCPeerConnection;
  /** Runs offer and answer; `edit` changes what the other side is given. */
  negotiate(from?: RTCPeerConnection, edit?: (sdp: string) => string): Promise<void>;
}

/** What a renegotiation leaves of the channel of the watched side. */
interface Left {
  /** As the page reads it. */
  state: string;
  heard: string[];
  /** Whether a message still arrives at the other side, sent with the engine's own `send()`. */
  carries: boolean;
}

interface Renegotiation {
  act(session: Session): Promise<unknown>;
  /** Changes the first descriptions. */
  edit?: (sdp: string) => string;
  configuration?: RTCConfiguration;
  /** Whether the channel lives on, where no engine is known to close it. */
  lives?: true;
  /** Whether the channel has to move to another transport: engines differ, and Firefox from run to run, in whether it gets there alive. */
  moves?: true;
}

const unbundled = (sdp: string) => sdp.replace(/a=group:BUNDLE.*\r\n/, '').replace(/a=bundle-only\r\n/g, '');

/** What happens to a live session. None of them is a close of either connection. */
const renegotiations: Record<string, Renegotiation> = {
  'without BUNDLE, then with it': {
    moves: true,
    edit: unbundled,
    act: ({ negotiate }) => negotiate(),
  },
  'without BUNDLE, twice': {
    lives: true,
    edit: unbundled,
    act: ({ offerer, negotiate }) => negotiate(offerer, unbundled),
  },
  'the first transceiver of the BUNDLE group is stopped': {
    async act({ offerer, negotiate }) {
      offerer.getTransceivers()[0]!.stop();
      await negotiate();
      await negotiate();
    },
  },
  'the first transceiver of the BUNDLE group is stopped by the other side': {
    async act({ offerer, answerer, negotiate }) {
      answerer.getTransceivers()[0]!.stop();
      await negotiate(answerer);
      await negotiate(offerer);
    },
  },
  'an ICE restart': {
    lives: true,
    act({ offerer, negotiate }) {
      offerer.restartIce();
      return negotiate();
    },
  },
  'an ICE restart of the other side': {
    lives: true,
    act({ answerer, negotiate }) {
      answerer.restartIce();
      return negotiate(answerer);
    },
  },
  'an offer that is rolled back': {
    lives: true,
    async act({ offerer, negotiate }) {
      offerer.addTransceiver('video');
      await offerer.setLocalDescription(await offerer.createOffer());
      await offerer.setLocalDescription({ type: 'rollback' });
      await negotiate();
    },
  },
  'a glare: both offer, and the one rolls back': {
    lives: true,
    async act({ offerer, answerer, negotiate }) {
      offerer.addTransceiver('video');
      answerer.addTransceiver('video');
      await offerer.setLocalDescription(await offerer.createOffer());
      await answerer.setLocalDescription(await answerer.createOffer());
      await answerer.setLocalDescription({ type: 'rollback' });
      await answerer.setRemoteDescription(offerer.localDescription!);
      await answerer.setLocalDescription(await answerer.createAnswer());
      await offerer.setRemoteDescription(answerer.localDescription!);
      await negotiate(answerer);
    },
  },
  'media is added, with max-bundle': {
    lives: true,
    configuration: { bundlePolicy: 'max-bundle' },
    async act({ offerer, negotiate }) {
      offerer.addTransceiver('video');
      await negotiate();
    },
  },
  'the data section is rejected': {
    act: ({ negotiate, offerer }) => negotiate(offerer, (sdp) => sdp.replace(/m=application \d+/, 'm=application 0')),
  },
  'another peer answers, with another fingerprint': {
    async act({ offerer }) {
      const other = new (offerer.constructor as typeof RTCPeerConnection)();
      const hand = (from: RTCPeerConnection, to: RTCPeerConnection) =>
        from.addEventListener('icecandidate', ({ candidate }) => candidate && to.remoteDescription && void to.addIceCandidate(candidate).catch(() => undefined));
      hand(offerer, other);
      hand(other, offerer);
      try {
        offerer.restartIce();
        await offerer.setLocalDescription(await offerer.createOffer());
        await other.setRemoteDescription(offerer.localDescription!);
        await other.setLocalDescription(await other.createAnswer());
        await offerer.setRemoteDescription(other.localDescription!);
        // What becomes of it is the engine's affair: it takes the other peer, or it does not.
        await until('the other peer', () => /connected|failed/.test(other.connectionState) || offerer.connectionState === 'failed').catch(() => undefined);
      } finally {
        other.close();
      }
    },
  },
};

/** Connects, does it, and sees whether the channel of the watched side still carries a message. */
async function play(watched: 'offerer' | 'answerer', { page, install }: FrameRealm, { page: otherPage }: FrameRealm, { act, edit, configuration }: Renegotiation): Promise<Left> {
  const nativeSend = page.RTCDataChannel.prototype.send;
  install();
  const ours = new page.RTCPeerConnection(configuration);
  const theirs = new otherPage.RTCPeerConnection(configuration);
  const [offerer, answerer] = watched === 'offerer' ? [ours, theirs] : [theirs, ours];
  const negotiate: Session['negotiate'] = async (from = offerer, change = (sdp) => sdp) => {
    const to = from === offerer ? answerer : offerer;
    const gathered = (connection: RTCPeerConnection) => until('the end of gathering', () => connection.iceGatheringState === 'complete');
    await from.setLocalDescription(await from.createOffer());
    await gathered(from);
    await to.setRemoteDescription({ type: 'offer', sdp: change(from.localDescription!.sdp) });
    await to.setLocalDescription(await to.createAnswer());
    await gathered(to);
    await from.setRemoteDescription({ type: 'answer', sdp: change(to.localDescription!.sdp) });
  };
  try {
    const receiving = new Promise<RTCDataChannel>((resolve) => answerer.addEventListener('datachannel', (event: RTCDataChannelEvent) => resolve(event.channel)));
    offerer.addTransceiver('audio');
    const made = offerer.createDataChannel('made');
    await negotiate(offerer, edit);
    const received = await receiving;
    await opened(made);
    await opened(received);
    const [channel, other] = watched === 'offerer' ? [made, received] : [received, made];
    const heard: string[] = [];
    for (const type of ['closing', 'error', 'close']) channel.addEventListener(type, () => heard.push(type));

    await act({ offerer, answerer, negotiate });
    // Asked for a second: what is on its way to be closed is closed by then.
    let arrived = 0;
    other.onmessage = () => arrived++;
    for (let i = 0; i < 10; i++) {
      await pass(100);
      if (i === 5) arrived = 0;
      try {
        nativeSend.call(channel, 'still here');
      } catch {
        // The engine has closed it.
      }
    }
    return { state: channel.readyState, heard, carries: arrived > 0 };
  } finally {
    ours.close();
    theirs.close();
  }
}

describe('a renegotiation', () => {
  for (const [name, renegotiation] of Object.entries(renegotiations)) {
    for (const watched of ['offerer', 'answerer'] as const) {
      it(`closes no channel of the ${watched} that still carries a message: ${name}`, inRealm((realm) => inRealm(async (otherRealm) => {
        const left = await play(watched, realm, otherRealm, renegotiation);
        if (renegotiation.lives) expect(left.carries, 'it lives on').to.equal(true);
        if (left.carries) expect(left).to.deep.equal({ state: 'open', heard: [], carries: true });
        // A channel whose transport is closed carries nothing any more, and says so on both sides (natively Chromium's far side still reads "open").
        if (renegotiation.moves && !left.carries) expect(left.state).to.equal('closed');
      })()));
    }
  }
});
