import { describe, expect, it } from 'vitest';
import { pass } from '../../../src/conformance/realm';
import type { Behaviour } from '../../replay/behaviour';
import { chromium156 } from '../../replay/engines/chromium-156';
import { chromium64 } from '../../replay/engines/chromium-64';
import { conformingEngine } from '../../replay/engines/conforming';
import { firefox33 } from '../../replay/engines/firefox-33';
import { firefox153 } from '../../replay/engines/firefox-153';
import { safaris } from '../../replay/engines/safaris';
import { makeEngine } from '../../replay/make-engine';
import { asNative } from '../../replay/native-text';
import { install } from '../../replay/shim';
import { type Connected, connectIn, departingFrom, inReplay } from './in-replay';

type Stats = (this: object, ...args: unknown[]) => unknown;

/** A page in which the engine's `getStats()` is counted, or replaced. */
function makePage(behaviour: Behaviour, replace: (native: Stats) => Stats = (native) => native) {
  const { global, clock } = makeEngine(behaviour);
  const { prototype } = global[behaviour.connection] as { prototype: { getStats: Stats } };
  const engine = replace(prototype.getStats);
  const asked: RTCPeerConnection[] = [];
  const outcomes: unknown[] = [];
  const given: unknown[][] = [];
  prototype.getStats = function getStats(this: object, ...args: unknown[]) {
    asked.push(this as RTCPeerConnection);
    given.push(args);
    const outcome = engine.apply(this, args);
    outcomes.push(outcome);
    return outcome;
  };
  install(global);
  const Connection = global[behaviour.connection] as new () => RTCPeerConnection;
  return { connection: new Connection(), clock, asked, outcomes, given };
}

/** Firefox up to 150, which has no statistics of a closed connection. */
const firefox150 = departingFrom(firefox153, { statsReject: 'InvalidStateError' });

describe('a getStats() that is pending in Chromium 67 to 73', () => {
  const hanging = departingFrom(chromium64, { statsHangClose: true });
  const withSigns = (global: Record<string, unknown>) => Object.assign(global, { webkitRTCPeerConnection: global.RTCPeerConnection });

  it('hangs close() natively, and not with the shim', async () => {
    const { global, clock } = makeEngine(hanging.behaviour);
    const Connection = global.RTCPeerConnection as typeof RTCPeerConnection;
    const native = new Connection();
    void native.getStats();
    expect(() => native.close()).toThrow('the page hangs');
    install(withSigns(global));
    await clock.run(async () => {
      const connection = new Connection();
      const report = connection.getStats();
      connection.close();
      expect(connection.signalingState).toBe('closed');
      expect(await report).toBeInstanceOf(Map);
    });
  });

  it('is waited for below what a page has laid over', async () => {
    const { global, clock } = makeEngine(hanging.behaviour);
    install(withSigns(global));
    let called = 0;
    class Peer extends (global.RTCPeerConnection as typeof RTCPeerConnection) {
      override get localDescription(): RTCSessionDescription | null {
        called++;
        return null;
      }
      override getStats(): Promise<RTCStatsReport> {
        called++;
        return super.getStats();
      }
    }
    await clock.run(async () => {
      const peer = new Peer();
      void peer.getStats();
      peer.close();
      expect([peer.signalingState, called]).toEqual(['closed', 1]);
    });
  });

  it.each([
    ['Chromium up to 75', hanging.behaviour, withSigns, Array<string>(100).fill('localDescription')],
    ['Chromium since 76, which has a DTLS transport', chromium156.behaviour, withSigns, []],
    ['other engines', safaris[0]!.behaviour, (global: Record<string, unknown>) => global, []],
  ])('is waited for, or not, in %s', (_engine, behaviour, prepare, expected) => {
    const { global } = makeEngine(behaviour);
    const { prototype } = global.RTCPeerConnection as typeof RTCPeerConnection;
    const asked: string[] = [];
    const note = asNative({
      getStats: { configurable: true, writable: true, value: (...args: unknown[]) => void asked.push(['getStats', ...args.map((arg) => typeof arg)].join(' ')) },
      localDescription: { configurable: true, get: () => void asked.push('localDescription') },
    });
    Object.defineProperties(prototype, note);
    install(prepare(global));
    const connection = new (global.RTCPeerConnection as typeof RTCPeerConnection)();
    asked.length = 0;
    connection.close();
    expect(asked).toEqual(expected);
  });
});

describe.each([
  ['Firefox 153', firefox153],
  ['Firefox 150', firefox150],
  ['Chromium 156', chromium156],
  ...safaris.map((engine) => [engine.name, engine] as const),
] as const)('getStats() in %s', (_name, engine) => {
  it('that is pending settles when the connection is closed, however many there are', inReplay(engine, async ({ Connection }) => {
    const connection = new Connection();
    const pending = [connection.getStats(), connection.getStats(), connection.getStats()];
    connection.close();
    for (const report of await Promise.all(pending)) expect(report).toBeInstanceOf(Map);
  }));

  it('after close() settles', inReplay(engine, async ({ Connection }) => {
    const connection = new Connection();
    connection.close();
    expect(await connection.getStats()).toBeInstanceOf(Map);
    connection.close();
    expect(await connection.getStats()).toBeInstanceOf(Map);
  }));

  it('is no more asked at close() when it was settled', async () => {
    const { connection, clock, asked } = makePage(engine.behaviour);
    await clock.run(async () => {
      await connection.getStats();
      await connection.getStats();
      connection.close();
      await pass(20);
    });
    expect(asked).toEqual([connection, connection]);
  });

  it('that is pending settles at close(), when all before it have settled', inReplay(engine, async ({ Connection }) => {
    const connection = new Connection();
    await connection.getStats();
    const second = connection.getStats();
    connection.close();
    expect(await second).toBeInstanceOf(Map);
  }));

  it('of a selector is asked of the closed connection itself', async () => {
    const { connection, clock, asked, given } = makePage(engine.behaviour);
    connection.close();
    await clock.run(() => connection.getStats(null));
    expect([asked[0], given[0]]).toEqual([connection, [null]]);
  });

  it('that is pending settles at close(), where an earlier one has settled', async () => {
    const { connection, clock, asked } = makePage(engine.behaviour);
    const late = await clock.run(async () => {
      const first = connection.getStats();
      await pass(1);
      const second = connection.getStats();
      await first;
      connection.close();
      return second;
    });
    expect(late).toBeInstanceOf(Map);
    expect(asked.filter((one) => one === connection).length).toBeGreaterThan(2);
  });
});

describe('getStats() of a live connection', () => {
  it("gives the engine's report", async () => {
    const { connection, clock, outcomes } = makePage(firefox153.behaviour);
    const report = await clock.run(() => connection.getStats());
    expect(report).toBe(await outcomes[0]);
  });

  it("rejects as the engine's does", async () => {
    const { connection, clock } = makePage(conformingEngine.behaviour, () => () => Promise.reject(new TypeError("the engine's")));
    await expect(clock.run(() => connection.getStats())).rejects.toThrow("the engine's");
  });

  it('throws as the engine does, also on what is no connection', () => {
    const { connection } = makePage(conformingEngine.behaviour);
    const getStats = connection.getStats as unknown as Stats;
    expect(() => getStats.call({})).toThrow(new TypeError('Illegal invocation'));
  });

  it.each([['nothing', undefined], ['null', null], ['no promise', { then: 'later' }], ['a promise of what is no connection', Promise.resolve()]])('returns what the engine returns: %s', (what, value) => {
    const { connection } = makePage(conformingEngine.behaviour, () => () => value);
    const self = what === 'a promise of what is no connection' ? {} : connection;
    expect((connection.getStats as unknown as Stats).call(self)).toBe(value);
  });

  it('gives a promise of the realm', async () => {
    class RealmPromise<T> extends Promise<T> {}
    const { global, clock } = makeEngine(firefox153.behaviour);
    global.Promise = RealmPromise;
    install(global);
    const connection = new (global.RTCPeerConnection as typeof RTCPeerConnection)();
    const report = connection.getStats();
    expect(report).toBeInstanceOf(RealmPromise);
    await clock.run(() => report);
  });

  const breaks = () => {
    throw new Error("the page's");
  };

  it.each([
    ['what promises are made by', Object.defineProperty(Promise.resolve(), 'constructor', { get: breaks })],
    ["what another library's promises do", { then: breaks }],
  ])("is the engine's promise where the page broke %s", (_what, broken) => {
    const { connection } = makePage(conformingEngine.behaviour, () => () => broken);
    expect(connection.getStats()).toBe(broken);
  });

  it('is given by what promises do in the engine, whatever the page made of that', async () => {
    const report = new Map();
    const broken = Object.assign(Promise.resolve(report), { then: breaks });
    const { connection, clock } = makePage(conformingEngine.behaviour, () => () => broken);
    const given = connection.getStats();
    expect(given).not.toBe(broken);
    expect(await clock.run(() => given)).toBe(report);
  });
});

describe('the connection whose report stands in', () => {
  it('has done nothing, and is closed when it has told', async () => {
    const { connection, clock, asked, given } = makePage(firefox150.behaviour);
    await clock.run(async () => {
      connection.close();
      expect(await connection.getStats()).toBeInstanceOf(Map);
      await pass(1);
    });
    expect(given).toEqual([[], []]);
    expect(asked[1]).not.toBe(connection);
    expect(asked[1]!.signalingState).toBe('closed');
  });

  it('is closed also when it had nothing to tell', async () => {
    const { connection, clock, asked } = makePage(firefox150.behaviour, () => () => Promise.reject(new Error('never')));
    connection.close();
    await expect(clock.run(() => connection.getStats())).rejects.toThrow('never');
    expect(asked[1]!.signalingState).toBe('closed');
  });
});

describe('getStats() with callbacks (Gecko 33)', () => {
  it('gives a report of a closed connection, where the engine throws', async () => {
    const { connection, clock, asked } = makePage(firefox33.behaviour);
    const getStats = connection.getStats as unknown as Stats;
    connection.close();
    const report = await clock.run(
      () =>
        new Promise((resolve, reject) => {
          expect(getStats.call(connection, null, resolve, reject)).toBe(undefined);
        }),
    );
    expect(report).toBeInstanceOf(Map);
    expect(asked).toHaveLength(1);
    await clock.run(() => pass(5));
    expect([asked[0] === connection, asked[0]!.signalingState]).toEqual([false, 'closed']);
  });

  it("is the engine's on a live one", async () => {
    const { connection, clock, asked } = makePage(firefox33.behaviour);
    const getStats = connection.getStats as unknown as Stats;
    const report = await clock.run(() => new Promise((resolve, reject) => getStats.call(connection, null, resolve, reject)));
    expect(report).toBeInstanceOf(Map);
    expect(asked).toEqual([connection]);
  });
});

describe('getStats() after close(), with a selector', () => {
  /** What it comes to where the engine rejects each such call. */
  async function ask(error: Error, selector: (page: Connected) => unknown): Promise<unknown> {
    const { global, clock } = makeEngine(firefox153.behaviour);
    const { prototype } = global.RTCPeerConnection as { prototype: { getStats: Stats } };
    const native = prototype.getStats;
    prototype.getStats = function getStats(this: object, ...args: unknown[]) {
      return args.length ? Promise.reject(error) : native.apply(this, args);
    };
    install(global);
    let outcome: unknown;
    await clock.run(async () => {
      const page = await connectIn(global);
      page.near.close();
      outcome = await page.near.getStats(selector(page) as MediaStreamTrack).then(
        () => 'a report',
        (reason: unknown) => reason,
      );
    });
    return outcome;
  }

  const wrong = new TypeError('no selector');
  const strange = new DOMException('no track of this connection', 'InvalidAccessError');
  const closed = new DOMException('it is closed', 'InvalidStateError');

  it.each([
    ['stays wrong: a number', wrong, () => 5, wrong],
    ["stays wrong: a stranger's track", strange, () => ({}), strange],
    ['brings a report: a track that was sent', strange, ({ sent }: Connected) => sent, 'a report'],
    ['brings a report: a track that was received', strange, ({ track }: Connected) => track, 'a report'],
    ['brings a report where it is the closed state that is in the way', closed, () => ({}), 'a report'],
  ])('%s', async (_what, error, selector, outcome) => {
    expect(await ask(error, selector)).toBe(outcome);
  });
});

describe("the legacy stream getters of an engine that warns of them", () => {
  it.each([
    ['getLocalStreams', true],
    ['getLocalStreams', false],
    ['getRemoteStreams', true],
    ['getRemoteStreams', false],
  ] as const)('%s() is called by close() only where the page has called one (%s)', async (name, isAskedBefore) => {
    const { global, clock } = makeEngine(firefox153.behaviour);
    const { prototype } = global.RTCPeerConnection as { prototype: Record<string, (this: object) => object[]> };
    Object.defineProperty(prototype, 'peerIdentity', { get: () => null, configurable: true });
    const calls: string[] = [];
    for (const getter of ['getLocalStreams', 'getRemoteStreams']) {
      const native = prototype[getter]!;
      const counted = {
        value(this: object) {
          calls.push(getter);
          return native.call(this);
        },
        configurable: true,
        writable: true,
        enumerable: true,
      };
      asNative({ [getter]: counted });
      Object.defineProperty(prototype, getter, counted);
    }
    // A stream that a page can make.
    global.MediaStream = class {
      constructor(public tracks: object[]) {}
    };
    install(global);
    await clock.run(async () => {
      const { near } = await connectIn(global);
      if (isAskedBefore) (near as unknown as typeof prototype)[name]!();
      calls.length = 0;
      near.close();
      expect(calls.sort()).toEqual(isAskedBefore ? ['getLocalStreams', 'getRemoteStreams'] : []);
      expect((near as unknown as typeof prototype)[name]!()).toHaveLength(1);
    });
  });
});
