import { beforeEach, describe, expect, it, vi } from 'vitest';

const channel = (label: string, readyState = 'open') => ({ label, readyState }) as RTCDataChannel;
/** The list inherits nothing, its `map` neither. */
const labels = (channels: RTCDataChannel[]) => Array.from(channels, ({ label }) => label);

/** A WeakRef whose target goes when it is told to: what a garbage collection does at its own time. */
const collected = new Set<unknown>();
class TellableRef {
  readonly #target: unknown;
  static made = 0;
  static asked = 0;

  constructor(target: unknown) {
    this.#target = target;
    TellableRef.made++;
  }

  deref() {
    TellableRef.asked++;
    return collected.has(this.#target) ? undefined : this.#target;
  }
}

/** The registry as an engine loads it that has this WeakRef, or none. */
async function loadLedger(Ref: unknown) {
  vi.resetModules();
  vi.stubGlobal('WeakRef', Ref);
  try {
    return await import('../../../../src/shim/owned-objects/channel-registry');
  } finally {
    vi.unstubAllGlobals();
  }
}

beforeEach(() => {
  collected.clear();
  Object.assign(TellableRef, { made: 0, asked: 0 });
});

describe.each([['with', TellableRef], ['without', undefined]])('the registry, %s weak references', (_with, Ref) => {
  it('has the channels of each connection in the order in which they were met', async () => {
    const { registerChannel, channelsOf } = await loadLedger(Ref);
    const [one, other] = [{}, {}];
    expect(channelsOf(one)).toEqual([]);
    registerChannel(one, channel('a'));
    registerChannel(other, channel('b'));
    registerChannel(one, channel('c'));
    expect(labels(channelsOf(one))).toEqual(['a', 'c']);
    expect(labels(channelsOf(other))).toEqual(['b']);
    expect(channelsOf({})).toEqual([]);
  });

  it('says which channel is the first of its connection', async () => {
    const { registerChannel } = await loadLedger(Ref);
    const [one, other] = [{}, {}];
    const first = channel('a');
    expect(registerChannel(one, first)).toBe(true);
    expect(registerChannel(one, channel('b'))).toBe(false);
    expect(registerChannel(other, channel('c'))).toBe(true);
    collected.add(first);
    expect(registerChannel(one, channel('d'))).toBe(false);
    expect(registerChannel(other, channel('e'))).toBe(false);
  });

  it('has them all, however many', async () => {
    const { registerChannel, channelsOf } = await loadLedger(Ref);
    const connection = {};
    const all = Array.from({ length: 500 }, (_, i) => channel(String(i)));
    all.forEach((one) => registerChannel(connection, one));
    expect(labels(channelsOf(connection))).toEqual(labels(all));
  });
});

describe('the registry of an engine without weak references', () => {
  it('lets go of closed channels, every 64', async () => {
    const { registerChannel, channelsOf } = await loadLedger(undefined);
    const connection = {};
    for (let i = 0; i < 64; i++) registerChannel(connection, channel(String(i), i % 2 ? 'closed' : 'open'));
    expect(channelsOf(connection)).toHaveLength(64);
    registerChannel(connection, channel('64', 'closed'));
    expect(channelsOf(connection)).toHaveLength(33);
    expect(labels(channelsOf(connection)).slice(-2)).toEqual(['62', '64']);
  });
});

describe('the registry of an engine with weak references', () => {
  it('passes over what was collected', async () => {
    const { registerChannel, channelsOf } = await loadLedger(TellableRef);
    const connection = {};
    const [first, second] = [channel('first'), channel('second')];
    registerChannel(connection, first);
    registerChannel(connection, second);
    collected.add(first);
    expect(channelsOf(connection)).toEqual([second]);
    collected.add(second);
    expect(channelsOf(connection)).toEqual([]);
  });

  it('sweeps when there is twice what lived at the last sweep, and 1,024 more', async () => {
    const { registerChannel, channelsOf } = await loadLedger(TellableRef);
    const connection = {};
    const meet = (count: number) => {
      const met = Array.from({ length: count }, (_, i) => channel(String(i)));
      met.forEach((one) => registerChannel(connection, one));
      return met;
    };
    const asked = () => {
      const { asked } = TellableRef;
      TellableRef.asked = 0;
      return asked;
    };
    const gone = meet(1020);
    const kept = meet(4);
    expect(asked()).toBe(0);
    gone.forEach((one) => collected.add(one));
    // The 1,025th: 5 of them live, and the next sweep comes with the 1,035th that is held.
    kept.push(...meet(1));
    expect(asked()).toBe(1025);
    kept.push(...meet(1029));
    expect(asked()).toBe(0);
    kept.push(...meet(1));
    expect(asked()).toBe(1035);
    expect(channelsOf(connection)).toEqual(kept);
  });

  it('forgets a connection of which nothing lives, and meets its channels again', async () => {
    const { registerChannel, channelsOf } = await loadLedger(TellableRef);
    const connections = Array.from({ length: 1024 }, () => ({}));
    connections.forEach((one, i) => {
      const met = channel(String(i));
      registerChannel(one, met);
      collected.add(met);
    });
    registerChannel({}, channel('sweeps'));
    expect(TellableRef.asked).toBe(1025);
    registerChannel(connections[0]!, channel('again'));
    expect(labels(channelsOf(connections[0]!))).toEqual(['again']);
    expect(channelsOf(connections[1]!)).toEqual([]);
  });
});
