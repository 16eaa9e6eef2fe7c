import { expect } from 'chai';
import { makeMedia, send } from '../../src/conformance/media';
import { negotiate } from '../../src/conformance/pair';
import { pass, until } from '../../src/conformance/realm';
import { clauses } from '../../src/contract/clauses';
import { type FrameRealm, inRealm, next } from './realms';
import { type Kind, type Run, readSnippets } from './snippets';

const PAGE = '/src/docs/what-changes-for-your-code.md';
const engine = navigator.userAgent.includes('Firefox') ? 'firefox' : 'chromium';

/** What a pair of snippets comes to. */
interface Case {
  /** Sets the scene, runs a snippet in it, and says what came of it. */
  act(realm: FrameRealm, run: Run): Promise<unknown>;
  /** With the shim. */
  right: unknown;
  /** What the old code comes to with the shim, where that is something else. */
  old?: unknown;
  /** What the new code comes to natively, where that is something else. */
  native?: { chromium?: unknown; firefox?: unknown };
}

const cases: Record<string, Case> = {
  'A flag beside the state': {
    async act({ connected }, run) {
      const { near: pc, made: channel } = await connected();
      const sent: unknown[] = [];
      channel.send = (text: unknown) => void sent.push(text);
      const { leave, say } = await run({ pc, channel });
      say!('in time');
      leave!();
      say!('too late');
      return sent;
    },
    right: ['in time'],
    native: { chromium: ['in time', 'too late'], firefox: ['in time', 'too late'] },
  },

  'A guess whether a message was taken': {
    async act({ connected }, run) {
      const { near: pc, made: channel } = await connected();
      const kept: string[] = [];
      const { say } = await run({ pc, channel, keep: (text: string) => kept.push(text) });
      say!('in time');
      pc.close();
      say!('too late');
      return kept;
    },
    right: ['too late'],
    native: { chromium: [], firefox: [] },
  },

  'A timer that looks whether a channel is closed': {
    async act({ pair }, run) {
      const { near } = pair();
      const channel = near.createDataChannel('never opened');
      let times = 0;
      await run({ channel, left: () => times++ });
      near.close();
      await until('news of the close', () => times);
      await pass(150);
      return times;
    },
    right: 1,
  },

  'Handlers taken off before close()': {
    async act({ connected }, run) {
      const { near: pc, made: channel } = await connected();
      const heard: string[] = [];
      const hear = ({ type }: Event) => void heard.push(type);
      channel.onmessage = channel.onerror = channel.onclosing = channel.onclose = hear;
      pc.oniceconnectionstatechange = pc.onsignalingstatechange = hear;
      const closed = next(channel, 'close');
      await run({ pc, channel });
      await closed;
      await pass(100);
      return heard;
    },
    right: ['close'],
    native: { chromium: ['closing', 'close'] },
  },

  'Channels closed one by one, and time for their events': {
    async act({ connected }, run) {
      const { near: pc, made, received } = await connected();
      const channels = [made, received, pc.createDataChannel('unopened')];
      const heard: string[] = [];
      for (const each of channels) each.onclose = ({ type }) => heard.push(`${each.label} ${type}`);
      await run({ pc, channels });
      const isAtOnce = channels.every(({ readyState }) => readyState === 'closed');
      await until('the last close', () => heard.length === channels.length);
      return isAtOnce ? heard : 'later';
    },
    right: ['made close', 'received close', 'unopened close'],
    old: 'later',
    native: { chromium: 'later', firefox: 'later' },
  },

  'close() put off to a later task': {
    async act({ page, connected }, run) {
      const { near: pc, received: channel, far2 } = await connected();
      const inside: string[] = [];
      let isInside = false;
      pc.close = () => {
        isInside = true;
        page.RTCPeerConnection.prototype.close.call(pc);
        isInside = false;
      };
      pc.sctp!.onstatechange = ({ type }) => isInside && inside.push(type);
      await run({ pc, channel });
      const closed = next(channel, 'close');
      far2.send('bye');
      await closed;
      return inside;
    },
    right: [],
    native: { chromium: ['statechange'] },
  },

  'A question and a try around close()': {
    async act({ pair }, run) {
      const { near: pc } = pair();
      await run({ pc });
      await run({ pc });
      return pc.signalingState;
    },
    right: 'closed',
  },

  'A question before every call': {
    async act({ pair }, run) {
      const { near, far } = pair();
      near.createDataChannel('one');
      const offer = await near.createOffer();
      const signalled: (string | undefined)[] = [];
      const signal = (description: RTCSessionDescription) => signalled.push(description.type);
      const open = await run({ pc: far, signal });
      await open.answer!(offer);
      const gone = pair().far;
      const closed = await run({ pc: gone, signal });
      gone.close();
      await closed.answer!(offer);
      return signalled;
    },
    right: ['answer'],
  },

  'Descriptions kept aside': {
    async act({ connected }, run) {
      const { near: pc } = await connected();
      const logged: unknown[] = [];
      await run({ pc, log: (...what: unknown[]) => logged.push(...what) }).catch((error: Error) => logged.push(error.name));
      return logged;
    },
    right: ['offer', 'answer'],
    native: { firefox: ['InvalidStateError'] },
  },

  'A time limit for the last statistics': {
    async act({ connected }, run) {
      const { near: pc } = await connected();
      let isLogged = false;
      void run({ pc, log: () => (isLogged = true) });
      await Promise.race([until('statistics', () => isLogged), pass(2000)]);
      return isLogged;
    },
    right: true,
    native: { firefox: false },
  },

  'Video elements taken away by hand': {
    async act({ pair }, run) {
      const both = pair();
      both.far.addTransceiver('audio');
      both.far.addTransceiver('video');
      const shown = new Set<MediaStreamTrack>();
      let most = 0;
      const show = (track: MediaStreamTrack) => (most = shown.add(track).size);
      const { leave } = await run({ pc: both.near, show, hide: (track: MediaStreamTrack) => shown.delete(track) });
      await negotiate({ ...both, near: both.far, far: both.near });
      await until('both tracks', () => most === 2);
      leave!();
      await until('no track', () => shown.size === 0);
      return most;
    },
    right: 2,
  },

  'The constructor by its other names': {
    async act({ page }, run) {
      const made: RTCPeerConnection[] = [];
      const Native = page.RTCPeerConnection as typeof RTCPeerConnection;
      class Watched extends Native {
        constructor() {
          super();
          made.push(this);
        }
      }
      await run({ window: { RTCPeerConnection: Watched }, RTCPeerConnection: Watched });
      made.forEach((each) => each.close());
      return made.length;
    },
    right: 1,
  },

  'Tracks stopped through a closed connection': {
    async act({ page, pair }, run) {
      const { near: pc } = pair();
      const media = makeMedia(page);
      send(pc, media.stream);
      await run({ pc });
      const states = media.stream.getTracks().map(({ readyState }) => readyState);
      media.stop();
      return states;
    },
    right: ['ended', 'ended'],
    old: ['live', 'live'],
  },

  'Cleaning up in a handler of the connection': {
    async act({ connected }, run) {
      const { near: pc, made } = await connected();
      let times = 0;
      const closed = next(made, 'close');
      await run({ pc, left: () => times++ });
      await closed;
      await pass(100);
      return times;
    },
    right: 1,
    old: 0,
  },
};

// The page's own code, as it stands there.
describe('what changes for your code', () => {
  let snippets: Awaited<ReturnType<typeof readSnippets>>;
  before(async () => {
    snippets = await readSnippets(PAGE);
  });

  it('has a case for each pair of snippets, and names clauses of the contract', async () => {
    expect([...snippets.keys()]).to.deep.equal(Object.keys(cases));
    const text = await (await fetch(PAGE)).text();
    const named = [...text.matchAll(/^((?:`[a-z-]+`[ .])+)/gm)].flatMap(([, ids]) => [...ids!.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id!));
    expect(named.length).to.be.at.least(snippets.size);
    expect(named.filter((id) => !(id in clauses))).to.deep.equal([]);
  });

  for (const [title, { act, right, old = right, native = {} }] of Object.entries(cases)) {
    const outcome = (kind: Kind, isShimmed: boolean, expected: unknown) =>
      inRealm(async (realm) => {
        if (isShimmed) realm.install();
        expect(await act(realm, snippets.get(title)!(kind, realm.page))).to.deep.equal(expected);
      });
    it(`${title}: the new code, with the shim`, outcome('with the shim', true, right));
    it(`${title}: the old code, with the shim`, outcome('before', true, old));
    if (native[engine] !== undefined) it(`${title}: the new code does not do natively`, outcome('with the shim', false, native[engine]));
  }
});

describe('what does not change', () => {
  it('local tracks stay live', inRealm(async ({ page, install, pair }) => {
    install();
    const { near } = pair();
    const media = makeMedia(page);
    send(near, media.stream);
    near.close();
    await pass(100);
    expect(media.stream.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['live', 'live']);
    media.stop();
  }));

  it('promises that were pending never settle', inRealm(async ({ install, pair }) => {
    install();
    const [first, second] = [pair().near, pair().near];
    first.createDataChannel('one');
    second.createDataChannel('one');
    const offer = await second.createOffer();
    const settled: string[] = [];
    for (const [name, pending] of [['createOffer()', first.createOffer()], ['setLocalDescription()', second.setLocalDescription(offer)]] as const) {
      void Promise.resolve(pending).then(() => settled.push(name), () => settled.push(name));
    }
    first.close();
    second.close();
    await pass(300);
    expect(settled).to.deep.equal([]);
  }));
});
