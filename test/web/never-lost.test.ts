import { expect } from 'chai';
import { negotiate } from '../../src/conformance/pair';
import { pass } from '../../src/conformance/realm';
import { inRealm, next, thrown } from './realms';

/** Everything that a channel fires, by handler, in order. */
function heardOn(channel: RTCDataChannel, on: Record<string, () => unknown> = {}): string[] {
  const heard: string[] = [];
  for (const type of ['open', 'message', 'closing', 'error', 'close']) {
    (channel as unknown as Record<string, unknown>)['on' + type] = () => {
      heard.push(type);
      on[type]?.();
    };
  }
  return heard;
}

interface Observable {
  when?: (type: string) => { subscribe: (next: () => void) => void };
}

// What the page hears natively it hears with the shim.
describe('nothing is lost:', () => {
  for (const which of ['made', 'received'] as const) {
    it(`a ${which} channel whose page closes in its error, when the peer has closed, still fires close, once`, inRealm(async ({ install, connected }) => {
      install();
      const pair = await connected();
      const channel = pair[which];
      const heard = heardOn(channel, { error: () => pair.near.close() });
      const last = next(pair[which === 'made' ? 'received' : 'made'], 'close');
      const closed = next(channel, 'close');
      pair.far.close();
      await Promise.all([closed, last]);
      await pass(150);
      // Firefox, which fires no `error` of its own, has the shim's.
      expect(heard).to.deep.equal(['closing', 'error', 'close']);
    }));
  }

  it("a channel that the page was closing when the peer closed has of the shim nothing but close", inRealm(async ({ install, connected }) => {
    install();
    const { far, made } = await connected();
    const heard: string[] = [];
    for (const type of ['closing', 'error', 'close'] as const) {
      made[`on${type}`] = ({ isTrusted }: Event) => heard.push(isTrusted || type === 'close' ? type : `${type} of the shim's`);
    }
    const closed = next(made, 'close');
    made.close();
    far.close();
    await closed;
    await pass(150);
    // Which close comes first is a race of the engine's threads: on a busy machine Chromium 156 fires its own `error` in 2 of 100 natively, 138 in 14. Firefox 159 always does.
    expect([['close'], ['error', 'close']]).to.deep.include(heard);
  }));

  it('a channel first read on a closed connection is closed, and fires close alone, once', inRealm(async ({ install, pair }) => {
    install();
    const both = pair();
    both.near.createDataChannel('made');
    both.far.createDataChannel('late');
    const met = new Promise<{ channel: RTCDataChannel; heard: string[] }>((resolve) => {
      both.near.ondatachannel = (event) => {
        both.near.close();
        const { channel } = event;
        resolve({ channel, heard: heardOn(channel) });
      };
    });
    // Never settles: what was pending on a closed connection stays so.
    void negotiate(both);
    const { channel, heard } = await met;
    expect(channel.readyState).to.equal('closed');
    expect(thrown(() => channel.send(''))).to.have.property('name', 'InvalidStateError');
    await next(channel, 'close');
    // The engine's own would come within some milliseconds.
    await pass(150);
    expect(heard).to.deep.equal(['close']);
  }));

  it('what a connection owes comes before what one owes that was closed later', inRealm(async ({ install, connected, pair }) => {
    install();
    const { near, made, received } = await connected();
    const other = pair().near;
    const last = other.createDataChannel('b1');
    const heard: string[] = [];
    for (const [name, channel] of Object.entries({ a1: made, a2: received, b1: last })) channel.onclose = () => heard.push(name);
    const closed = next(last, 'close');
    near.close();
    other.close();
    await closed;
    expect(heard).to.deep.equal(['a1', 'a2', 'b1']);
  }));

  // Chromium has it since 135, Firefox not yet.
  const ifObservable = 'when' in EventTarget.prototype ? it : it.skip;
  ifObservable('a subscriber of when() hears close once', inRealm(async ({ install, connected }) => {
    install();
    const { near, made } = await connected();
    let heard = 0;
    (made as Observable).when!('close').subscribe(() => heard++);
    const closed = next(made, 'close');
    near.close();
    await closed;
    await pass(150);
    expect(heard).to.equal(1);
  }));
});
