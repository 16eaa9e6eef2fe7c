import { expect } from 'chai';
import type { Page } from '../../src/conformance/realm';
import { counted } from './counted';
import { inRealm, next } from './realms';

/** Counts what is made of a constructor of a realm from here on. */
function made(page: Page, name: string): () => number {
  let count = 0;
  (page as Record<string, unknown>)[name] = new Proxy(page[name] as new () => object, {
    construct: (target, args, newTarget) => {
      count++;
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  return () => count;
}

/** Counts the calls of a function of a realm from here on. */
function called(page: Page, name: string): () => number {
  let count = 0;
  const native = page[name] as (...args: unknown[]) => unknown;
  (page as Record<string, unknown>)[name] = (...args: unknown[]) => {
    count++;
    return native(...args);
  };
  return () => count;
}

/** Whether a realm's engine calls capturing listeners before the others: then a guard can wait for close(). */
function capturesFirst(page: Page): boolean {
  const order: string[] = [];
  const target = new page.EventTarget();
  target.addEventListener('order', () => order.push('last'));
  target.addEventListener('order', () => order.push('first'), true);
  target.dispatchEvent(new Event('order'));
  return order[0] === 'first';
}

describe('install()', () => {
  it('starts no timer and no observer, posts nothing, and constructs no connection', inRealm(({ page, install }) => {
    const constructors = ['RTCPeerConnection', 'MessageChannel', 'MutationObserver', 'IntersectionObserver', 'PerformanceObserver', 'Worker', 'BroadcastChannel', 'FinalizationRegistry'];
    const functions = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'postMessage', 'addEventListener'];
    const counts = [
      ...constructors.map((name) => [name, made(page, name)] as const),
      ...functions.filter((name) => name in page).map((name) => [name, called(page, name)] as const),
    ];
    install();
    expect(counts.filter(([, count]) => count()).map(([name]) => name)).to.deep.equal([]);
  }));
});

describe('a live channel', () => {
  it('has no listener of ours unless the page listens, and then one a type', inRealm(({ page, install, pair }) => {
    const listeners = counted(page, 'EventTarget', 'addEventListener');
    const watchesPeer = install().report().some(({ id, decision }) => id.startsWith('peer-close-') && decision === 'applied');
    const { near } = pair();
    const idle = listeners();
    near.createDataChannel('unheard');
    expect(listeners() - idle, 'on the connection, for the transports that are to come').to.equal(watchesPeer ? 1 : 0);
    near.createDataChannel('unheard');
    expect(listeners() - idle, 'once a connection').to.equal(watchesPeer ? 1 : 0);
    // The first one for messages finds out in which order the engine calls listeners.
    near.createDataChannel('first').onmessage = () => undefined;
    const channel = near.createDataChannel('heard');
    let before = listeners();
    channel.onmessage = () => undefined;
    expect(listeners() - before, 'for messages').to.equal(capturesFirst(page) ? 0 : 1);
    before = listeners();
    channel.onclose = () => undefined;
    channel.onclose = () => undefined;
    channel.onclose = null;
    expect(listeners() - before, 'onclose, set twice: the engine keeps one').to.equal(2);
    channel.addEventListener('close', () => undefined);
    expect(listeners() - before, "the page's own and ours").to.equal(4);
    channel.addEventListener('unknown', () => undefined);
    expect(listeners() - before, "the page's own").to.equal(5);
  }));

  it('is asked nothing when it is created', inRealm(({ page, install, pair }) => {
    install();
    const { near } = pair();
    const reads = ['readyState', 'label', 'id'].map((member) => counted(page, 'RTCDataChannel', member));
    for (let i = 0; i < 500; i++) near.createDataChannel('c');
    expect(reads.map((count) => count())).to.deep.equal([0, 0, 0]);
  }));
});

describe('close()', () => {
  it('does the same for each channel, however many there are', inRealm(async ({ page, install, pair }) => {
    const dispatched = counted(page, 'EventTarget', 'dispatchEvent');
    const states = counted(page, 'RTCDataChannel', 'readyState');
    const listeners = counted(page, 'EventTarget', 'addEventListener');
    const posts = counted(page, 'MessagePort', 'postMessage');
    install();
    // What the first close() needs is made in a task of its own.
    const earlier = pair().near;
    const first = earlier.createDataChannel('c');
    earlier.close();
    await next(first, 'close');
    for (const channels of [1, 10, 100, 500]) {
      const { near } = pair();
      let last!: RTCDataChannel;
      for (let i = 0; i < channels; i++) {
        last = near.createDataChannel('c');
        last.onclose = () => undefined;
      }
      const closed = next(last, 'close');
      const before = [dispatched(), states(), listeners(), posts()] as const;
      near.close();
      expect(states() - before[1], `readings of ${channels} states`).to.equal(channels);
      expect(listeners() - before[2], 'listeners').to.equal(0);
      expect(posts() - before[3], 'tasks before close() returns').to.equal(1);
      await closed;
      expect(dispatched() - before[0], `events on ${channels} channels`).to.equal(channels);
      expect(posts() - before[3], 'tasks').to.equal(channels);
    }
  }));

  it('makes one message channel a realm', inRealm(async ({ page, install, pair }) => {
    const channels = made(page, 'MessageChannel');
    install();
    for (let i = 0; i < 5; i++) {
      const { near } = pair();
      const channel = near.createDataChannel('c');
      near.close();
      await next(channel, 'close');
    }
    expect(channels()).to.equal(1);
  }));
});
