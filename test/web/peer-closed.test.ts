import { expect } from 'chai';
import { makeMedia, send } from '../../src/conformance/media';
import { negotiate, offer } from '../../src/conformance/pair';
import { pass, until } from '../../src/conformance/realm';
import { onPeerClosed, peerClosed } from '../../src/peer';
import { dtlsClosed, inRealm, next } from './realms';

/** Counts the listeners on a target from here on. */
function listenersOn(target: EventTarget): () => number {
  let count = 0;
  const { addEventListener, removeEventListener } = target;
  target.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
    count++;
    addEventListener.apply(target, args);
  };
  target.removeEventListener = (...args: Parameters<EventTarget['removeEventListener']>) => {
    count--;
    removeEventListener.apply(target, args);
  };
  return () => count;
}

/** Whether a promise has settled when everything queued has run. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  // To see that nothing happens.
  await pass(200);
  return (await Promise.race([promise.then(() => 'settled', () => 'settled'), Promise.resolve('pending')])) === 'pending';
}

describe('peerClosed()', () => {
  it('tells of the close within 50 ms of the DTLS sign, while the connection still reads connected, on a page without the shim', inRealm(async ({ connected }) => {
    const told: number[] = [];
    // The best of five: a busy machine delays one, what waits too long delays them all.
    for (let i = 0; i < 5; i++) {
      const { near, far } = await connected();
      const sign = dtlsClosed(near);
      const news = peerClosed(near).then((known) => ({ ...known, told: performance.now() }));
      far.close();
      const { by, at, ...then } = await news;
      expect(by).to.equal('dtls');
      expect(near.connectionState).to.equal('connected');
      expect(at).to.be.within(await sign, then.told);
      told.push(then.told - (await sign));
    }
    expect(Math.min(...told)).to.be.at.most(50);
  }));

  it('tells of it with the shim', inRealm(async ({ install, connected }) => {
    install();
    const { near, far } = await connected();
    const news = peerClosed(near);
    far.close();
    expect((await news).by).to.equal('dtls');
  }));

  it('tells of a close that was before', inRealm(async ({ connected }) => {
    const { near, far } = await connected();
    far.close();
    await until('the news', () => near.sctp!.transport.state === 'closed');
    let inside = true;
    const stop = onPeerClosed(near, () => expect(inside).to.equal(false));
    inside = false;
    stop();
    expect((await peerClosed(near)).by).to.equal('dtls');
  }));

  it('tells of the close of a connection that only has media, and was asked before anything was negotiated', inRealm(async ({ page, pair }) => {
    const { stream, stop } = makeMedia(page);
    const two = pair();
    const news = peerClosed(two.near);
    send(two.near, stream);
    send(two.far, stream);
    await negotiate(two);
    await until('a connection', () => two.near.connectionState === 'connected' && two.far.connectionState === 'connected');
    two.far.close();
    expect((await news).by).to.equal('dtls');
    stop();
  }));

  it('raises no false alarm for a channel that the peer closes, a renegotiation, an ICE restart, a track that ends', inRealm(async ({ page, connected }) => {
    const { stream, stop } = makeMedia(page);
    const two = await connected();
    const { near, far, received, far2 } = two;
    const news = peerClosed(near);
    const closed = next(received, 'close');
    far2.close();
    await closed;
    expect(await isPending(news), 'after a channel was closed').to.equal(true);
    send(near, stream);
    send(far, stream);
    await negotiate(two);
    expect(await isPending(news), 'after media was added').to.equal(true);
    near.restartIce();
    await negotiate(two);
    await until('a connection', () => near.iceConnectionState === 'connected' || near.iceConnectionState === 'completed');
    expect(await isPending(news), 'after an ICE restart').to.equal(true);
    near.getTransceivers().forEach((transceiver) => transceiver.stop());
    await negotiate(two);
    expect(await isPending(news), 'after the media was stopped').to.equal(true);
    far.close();
    expect((await news).by).to.equal('dtls');
    stop();
  }));

  it('lets go of the connection when it is aborted, when it has told, and when the page closes', inRealm(async ({ connected, pair }) => {
    const one = await connected();
    const counts = [listenersOn(one.near), listenersOn(one.near.sctp!), listenersOn(one.near.sctp!.transport)];
    const count = () => counts.reduce((sum, each) => sum + each(), 0);
    const controller = new AbortController();
    const aborted = peerClosed(one.near, { signal: controller.signal }).catch((error: unknown) => error);
    expect(count()).to.be.greaterThan(0);
    controller.abort();
    expect(await aborted).to.have.property('name', 'AbortError');
    expect(count()).to.equal(0);
    expect(await peerClosed(one.near, { signal: controller.signal }).catch((error: unknown) => error)).to.have.property('name', 'AbortError');

    const news = peerClosed(one.near);
    one.far.close();
    await news;
    expect(count()).to.equal(0);

    const two = pair();
    two.near.createDataChannel('');
    const own = peerClosed(two.near);
    await offer(two);
    two.near.close();
    expect(await isPending(own)).to.equal(true);
  }));

  it('refuses what is no connection', async () => {
    const error = (await peerClosed({} as RTCPeerConnection).catch((reason: unknown) => reason)) as Error;
    expect(error).to.be.instanceOf(TypeError);
    expect(error.message).to.contain('expected an RTCPeerConnection');
  });
});
