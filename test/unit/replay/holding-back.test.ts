import { describe, expect, it } from 'vitest';
import { pass } from '../../../src/conformance/realm';
import { chromium39 } from '../../replay/engines/chromium-39';
import { chromium45 } from '../../replay/engines/chromium-45';
import { chromium81 } from '../../replay/engines/chromium-81';
import { chromium156 } from '../../replay/engines/chromium-156';
import { firefox33 } from '../../replay/engines/firefox-33';
import { firefox153 } from '../../replay/engines/firefox-153';
import { makeEngine } from '../../replay/make-engine';
import { install } from '../../replay/shim';
import { connectIn, departingFrom, hear, inReplay } from './in-replay';

const ignore = () => undefined;

/** Without what the peer's close needs. */
const peerOff = {
  'peer-close-channels-read-closed': 'off',
  'peer-close-channels-fire-closing': 'off',
  'peer-close-channels-fire-error': 'off',
  'peer-close-channels-fire-close-once': 'off',
} as const;

describe("the shim's listeners", () => {
  describe.each([
    ['where its peer is not heeded', peerOff, []],
    ["but for the one by which a connection with a channel hears of its transport", {}, ['signalingstatechange']],
  ] as const)('%s', (_where, clauses, ours) => {
    it('stand on nothing that the page does not listen to', inReplay(chromium156, async ({ Connection, asked }) => {
      const connection = new Connection();
      new Connection().addEventListener('unknown', ignore);
      const channel = connection.createDataChannel('');
      connection.createDataChannel('');
      connection.addEventListener('unknown', ignore);
      channel.addEventListener('unknown', ignore);
      connection.onicecandidate = null;
      connection.close();
      await pass(100);
      expect(asked.filter(({ callback }) => callback === ignore)).toHaveLength(3);
      const added = asked.filter(({ callback }) => callback !== ignore);
      expect(added.map(({ type }) => type)).toEqual(ours);
      for (const { target, captures } of added) expect([target === connection, captures]).toEqual([true, true]);
    }, { clauses }));
  });

  it.each([
    ['handler', (channel: RTCDataChannel) => void (channel.onerror = ignore)],
    ['listener', (channel: RTCDataChannel) => channel.addEventListener('error', ignore)],
  ])("stand before the page's %s of an event that is held back, and capture", (_what, listen) => {
    return inReplay(chromium156, ({ Connection, asked }) => {
      const channel = new Connection().createDataChannel('');
      listen(channel);
      const onChannel = asked.filter(({ target }) => target === channel);
      const ours = onChannel.slice(0, 3);
      // The guard, and what hears `closing` and completes it when the peer has closed.
      expect(ours.map(({ type, captures }) => [type, captures])).toEqual([['error', true], ['closing', true], ['error', true]]);
      expect(new Set([...ours.map(({ callback }) => callback), ignore]).size).toBe(4);
      for (const { callback } of onChannel.slice(3)) expect(ours.map((one) => one.callback)).not.toContain(callback);
    })();
  });

  it.each(['message', 'error', 'open'])('hold back what comes after close(): %s', async (type) => {
    const engine = departingFrom(chromium156, { queuedStillFire: [type], channelEvents: [type, 'close'] });
    await inReplay(engine, async ({ connect }) => {
      const { near, made, farReceived } = await connect();
      const heard: string[] = [];
      hear(heard, 'made', made, [type]);
      made['on' + type as 'onmessage'] = () => heard.push('handler');
      farReceived.send('late');
      near.close();
      await pass(100);
      expect(heard).toEqual([]);
    })();
  });

  it('leave what the page dispatches itself', inReplay(chromium156, async ({ global, connect }) => {
    const { near, made, track } = await connect();
    const heard: string[] = [];
    hear(heard, 'connection', near, ['signalingstatechange']);
    hear(heard, 'channel', made, ['message', 'close', 'error']);
    hear(heard, 'track', track, ['mute', 'ended']);
    near.close();
    await pass(100);
    heard.length = 0;
    for (const [target, type] of [[near, 'signalingstatechange'], [made, 'message'], [made, 'close'], [made, 'error'], [track, 'mute'], [track, 'ended']] as const) {
      target.dispatchEvent(new global.Event(type));
    }
    expect(heard).toEqual(['connection signalingstatechange', 'channel message', 'channel close', 'channel error', 'track mute', 'track ended']);
  }));

  it('are asked for by a string alone, and what is not one goes to the engine', inReplay(chromium156, ({ Connection, asked }) => {
    const channel = new Connection().createDataChannel('');
    const type = { toString: () => 'error' };
    channel.addEventListener(type as unknown as string, ignore);
    expect(asked.filter(({ target }) => target === channel).map((one) => one.type)).toEqual([type]);
  }));

  it('leave the handlers of live objects as the page set them', inReplay(chromium156, ({ Connection }) => {
    const channel = new Connection().createDataChannel('');
    for (const handler of [ignore, null]) {
      channel.onmessage = handler;
      expect(channel.onmessage).toBe(handler);
    }
  }));
});

describe('where capturing listeners come first, a listener for messages', () => {
  it.each([
    ['a plain one', undefined, false],
    ['with false', false, false],
    ['with options', { once: true }, false],
    ['with null', null, false],
    ['with capture: false', { capture: false }, false],
    ['a capturing one', true, true],
    ['with capture: true', { capture: true }, true],
  ])('has none of the shim before it until close(): %s', async (_what, options, guarded) => {
    await inReplay(firefox153, async ({ asked, connect }) => {
      const { near, received } = await connect();
      const others = asked.filter(({ target }) => target === received).length;
      expect(others).toBe(0);
      received.addEventListener('message', ignore, options as boolean);
      const own = () => asked.filter(({ target, type, callback }) => target === received && type === 'message' && callback !== ignore);
      expect(own()).toHaveLength(guarded ? 1 : 0);
      near.close();
      expect(own().map(({ captures }) => captures)).toEqual([true]);
    })();
  });

  it('is not called after close()', inReplay(firefox153, async ({ connect }) => {
    const { near, made, farReceived } = await connect();
    const heard: string[] = [];
    hear(heard, 'made', made, ['message']);
    farReceived.send('in time');
    await pass(50);
    farReceived.send('late');
    near.close();
    made.addEventListener('message', () => heard.push('added after close()'));
    await pass(100);
    expect(heard).toEqual(['made message']);
  }));

  it('that a page adds only after close() has the guard before it', inReplay(firefox153, async ({ asked, connect }) => {
    const { near, made, farReceived } = await connect();
    const heard: string[] = [];
    farReceived.send('late');
    near.close();
    hear(heard, 'made', made, ['message']);
    await pass(100);
    expect(heard).toEqual([]);
    expect(asked.filter(({ target, type }) => target === made && type === 'message')).toHaveLength(2);
  }));
});

describe('where they do not come first', () => {
  it('the guard stands before a listener for messages from the start', inReplay(chromium81, async ({ asked, connect }) => {
    const { made } = await connect();
    made.addEventListener('message', ignore);
    // The guard, and what an event that is stopped may take along.
    expect(asked.filter(({ target, type }) => target === made && type === 'message').map(({ captures }) => captures)).toEqual([true, true, false]);
  }));
});

describe('listeners for once', () => {
  it.each(['closing', 'error', 'close'])("hear the %s of a channel whose peer has closed, where an event that is stopped takes them along", async (type) => {
    await inReplay(chromium81, async ({ connect }) => {
      const { far, made } = await connect();
      const heard: string[] = [];
      // Has the shim listen to the others, too.
      for (const other of ['error', 'closing', 'close']) if (other !== type) made.addEventListener(other, ignore);
      for (const name of ['first', 'second']) made.addEventListener(type, () => heard.push(name), { once: true });
      far.close();
      await pass(200);
      expect(heard).toEqual(['first', 'second']);
    })();
  });
});

describe('one suppression alone', () => {
  it('of tracks leaves channels as they are', inReplay(departingFrom(chromium156, { queuedStillFire: ['message'], tracksFireInside: ['mute'] }), async ({ connect }) => {
    const { near, made, farReceived, track } = await connect();
    const heard: string[] = [];
    hear(heard, 'channel', made, ['closing', 'message', 'close']);
    hear(heard, 'track', track, ['mute', 'ended']);
    farReceived.send('late');
    near.close();
    await pass(100);
    expect([...heard].sort()).toEqual(['channel close', 'channel closing', 'channel message', 'track ended']);
  }, { clauses: { 'channels-fire-nothing-else': 'off', 'channels-fire-close-once': 'off' } }));

  it.each([
    ['also', {}, ['closing', 'closing', 'error', 'close']],
    ['no more', peerOff, ['close']],
  ] as const)("of the close event leaves the other events of channels, where the peer's close is %s heeded", async (_how, peer, guarded) => {
    await inReplay(chromium156, async ({ connect, asked }) => {
      const { near, made, farReceived } = await connect();
      const heard: string[] = [];
      hear(heard, 'channel', made, ['closing', 'message', 'close']);
      expect(asked.filter(({ target, captures }) => target === made && captures).map(({ type }) => type)).toEqual(guarded);
      farReceived.send('late');
      near.close();
      await pass(100);
      expect([...heard].sort()).toEqual(['channel close', 'channel closing', 'channel message']);
    }, { clauses: { 'channels-fire-nothing-else': 'off', ...peer } })();
  });

  it('of the other events leaves the close event of channels', inReplay(chromium156, async ({ connect }) => {
    const { near, made, farReceived } = await connect();
    const heard: string[] = [];
    hear(heard, 'channel', made, ['closing', 'message', 'close']);
    farReceived.send('late');
    near.close();
    await pass(100);
    expect(heard).toEqual(['channel close']);
  }, { clauses: { 'channels-fire-close-once': 'off' } }));
});

describe('the one event that ends a track', () => {
  it.each([
    ["the engine's, where it comes in time", 'later', 30, [true]],
    ["the shim's, where the engine's is late", 'later', 60, [false]],
    ["the shim's, where the engine fires inside close()", 'inside', 0, [false]],
    ["the shim's, where the engine fires none", 'never', 0, [false]],
  ] as const)('comes once, in a later task: %s', async (_whose, tracksEnd, tracksEndAfter, trusted) => {
    await inReplay(departingFrom(chromium156, { tracksEnd, tracksEndAfter }), async ({ connect }) => {
      const { near, track } = await connect();
      const heard: boolean[] = [];
      track.addEventListener('ended', ({ isTrusted }) => heard.push(isTrusted));
      near.close();
      expect(heard).toEqual([]);
      await pass(100);
      expect(heard).toEqual(trusted);
    })();
  });
});

describe("the engine's own event that ends a track", () => {
  it("counts where it comes before the shim's, and no second one does", async () => {
    const { global, clock } = makeEngine(chromium156.behaviour);
    // A page whose tasks come late.
    global.setTimeout = (run: () => void) => clock.after(10, run);
    install(global);
    await clock.run(async () => {
      const { near, track } = await connectIn(global);
      const heard: boolean[] = [];
      track.addEventListener('ended', ({ isTrusted }) => heard.push(isTrusted));
      near.close();
      await pass(100);
      expect(heard).toEqual([true]);
    });
  });
});

describe('handlers that are data of each object (Chromium 39)', () => {
  it('are guarded at close(), and stay', inReplay(chromium39, async ({ connect, asked }) => {
    const { near, made, farReceived } = await connect();
    const heard: string[] = [];
    const handler = () => heard.push('message');
    made.onmessage = handler;
    made.onclose = () => heard.push('close');
    farReceived.send('in time');
    await pass(50);
    farReceived.send('late');
    near.close();
    expect(made.onmessage).toBe(handler);
    await pass(100);
    expect(heard).toEqual(['message', 'close']);
    const guarded = asked.filter(({ target, captures }) => target === made && captures).map(({ type }) => type);
    expect(new Set(guarded)).toEqual(new Set(['open', 'message', 'bufferedamountlow', 'closing', 'error', 'close']));
  }));

  it('are guarded on what is silenced alone', inReplay(chromium39, async ({ connect, asked }) => {
    const { near, made } = await connect();
    near.close();
    expect(asked.filter(({ target, captures }) => target === made && captures).map(({ type }) => type)).toEqual(['close']);
  }, { clauses: { 'channels-fire-nothing-else': 'off' } }));

  it('are left alone on what is not silenced at all', inReplay(chromium39, async ({ connect }) => {
    const { near, made } = await connect();
    const heard: string[] = [];
    made.onclose = () => heard.push('close');
    near.close();
    await pass(100);
    expect(heard).toEqual(['close']);
  }, { clauses: { 'channels-fire-nothing-else': 'off', 'channels-fire-close-once': 'off' } }));
});

describe('a handler that is called, and not as a listener (Gecko 33)', () => {
  it('is called while the connection lives, and not for what close() does', inReplay(firefox33, async ({ global, connect }) => {
    const { near } = await connect();
    const heard: unknown[] = [];
    const handler = function (this: unknown, ...args: unknown[]) {
      heard.push(this === near, ...args);
    };
    near.onsignalingstatechange = handler;
    expect(near.onsignalingstatechange).toBe(handler);
    await new Promise<void>((resolve, reject) => {
      near.createOffer((offer) => near.setLocalDescription(offer as RTCLocalSessionDescriptionInit, resolve, reject), reject);
    });
    await pass(50);
    expect(heard).toEqual([true, 'have-local-offer']);
    near.close();
    await pass(50);
    expect(heard).toEqual([true, 'have-local-offer']);
    const event = new global.Event('signalingstatechange');
    near.dispatchEvent(event);
    expect(heard.slice(2)).toEqual([true, event]);
  }));

  it('reads as it was set, also as none', inReplay(firefox33, ({ Connection }) => {
    const connection = new Connection();
    expect(connection.onsignalingstatechange).toBe(null);
    for (const value of [ignore, null, ignore, 'no function']) {
      connection.onsignalingstatechange = value as null;
      expect(connection.onsignalingstatechange).toBe(typeof value === 'function' ? value : null);
    }
  }));

  it('stands in no other engine', () => {
    const { global } = makeEngine(chromium45.behaviour);
    const { prototype } = global.webkitRTCPeerConnection as typeof RTCPeerConnection;
    const getter = () => Object.getOwnPropertyDescriptor(prototype, 'onsignalingstatechange')!.get;
    const native = getter();
    install(global);
    expect(getter()).toBe(native);
  });
});
