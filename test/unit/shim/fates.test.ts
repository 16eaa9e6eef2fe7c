import { describe, expect, it } from 'vitest';
import { keeps, keepsStreams, rejects } from '../../../src/shim/fates';
import type { Realm } from '../../../src/shim/realm';

/** A realm whose tasks wait. */
function makeRealm(engine: { Promise?: PromiseConstructor } = { Promise }) {
  const tasks: (() => void)[] = [];
  const realm = {
    ...engine,
    refusal: (name: string) => 'refused ' + name,
    task: (run: () => void) => tasks.push(run),
  };
  return { realm: realm as unknown as Realm, tasks };
}

describe('rejects', () => {
  it('rejects where no failure callback is handed in', async () => {
    const { realm, tasks } = makeRealm();
    for (const args of [[], [{}], [() => undefined], [{}, () => undefined, {}]]) {
      await expect(rejects(realm, 'createOffer', args, {})).rejects.toBe('refused createOffer');
    }
    expect(tasks).toEqual([]);
  });

  it.each([
    ['first', (failed: unknown) => [() => undefined, failed]],
    ['after a description', (failed: unknown) => [{}, () => undefined, failed]],
    ['before constraints', (failed: unknown) => [() => undefined, failed, {}]],
  ])('gives the second function the error, in a later task: %s', async (_where, args) => {
    const { realm, tasks } = makeRealm();
    const heard: unknown[] = [];
    const outcome = rejects(realm, 'createOffer', args((...error: unknown[]) => heard.push(...error)), {});
    expect(heard).toEqual([]);
    await expect(outcome).resolves.toBe(undefined);
    expect(heard).toEqual([]);
    tasks.forEach((run) => run());
    expect(heard).toEqual(['refused createOffer']);
  });

  it('returns nothing where the engine has no promises', () => {
    const { realm, tasks } = makeRealm({});
    expect(rejects(realm, 'createOffer', [() => undefined, () => undefined], {})).toBe(undefined);
    expect(tasks).toHaveLength(1);
  });
});

describe('keeps', () => {
  it('reads the member, or calls it', () => {
    expect(keeps.read({ sctp: 'transport' }, 'sctp', {})).toBe('transport');
    expect(keeps.read({ getTransceivers: () => [1] }, 'getTransceivers', {})).toEqual([1]);
  });
});

describe('keepsStreams', () => {
  const getRemoteStreams = () => ['stream'];
  const before = { currentRemoteDescription: null };
  const read = (connection: object, memory: Record<string, unknown> = before) => keepsStreams.read({ getRemoteStreams, ...connection }, 'getRemoteStreams', memory);

  it('has no stream where nothing was negotiated and there is no transceiver, and does not ask', () => {
    expect(read({ getTransceivers: () => [] })).toEqual([]);
  });

  it('asks where something was negotiated, or where that is not known: a transceiver may be on its way out', () => {
    expect(read({ getTransceivers: () => [] }, { currentRemoteDescription: {} })).toEqual(['stream']);
    expect(read({ getTransceivers: () => [] }, {})).toEqual(['stream']);
  });

  it('has what the engine gives where there is one, or where there can be none', () => {
    expect(read({ getTransceivers: () => ['transceiver'] })).toEqual(['stream']);
    expect(read({})).toEqual(['stream']);
  });

  it('asks on the connection', () => {
    const connection = {
      getRemoteStreams,
      all: [] as unknown[],
      getTransceivers() {
        return this.all;
      },
    };
    expect(keepsStreams.read(connection, 'getRemoteStreams', before)).toEqual([]);
  });
});
