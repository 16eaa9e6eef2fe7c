import { describe, expect, it } from 'vitest';
import { keeps, keepsStreams, refuses, rejects } from '../../../../src/shim/closed-objects/closed-members';
import type { Realm } from '../../../../src/shim/engine/realm';

/** A realm whose tasks wait. */
function makeRealm(engine: { OwnPromise?: PromiseConstructor } = { OwnPromise: Promise }) {
  const tasks: (() => void)[] = [];
  const realm = {
    ...engine,
    refusal: (name: string) => 'refused ' + name,
    task: (run: () => void) => tasks.push(run),
  };
  return { realm: realm as unknown as Realm, tasks };
}

/** A member of the engine's with one argument. */
const engines = (...[word]: [string]) => ['engine', word];

describe('refuses', () => {
  it('throws, but where an argument is missing, which the engine says', () => {
    const { realm } = makeRealm();
    const method = function (this: unknown, word: string) {
      return [this, word];
    };
    expect(() => refuses(method, {}, ['word'], { memberName: 'send', memberRealm: realm })).toThrow('refused send');
    expect(refuses(method, 'self' as never, [], { memberName: 'send', memberRealm: realm })).toEqual(['self', undefined]);
  });
});

describe('rejects', () => {
  it('rejects where no failure callback is handed in', async () => {
    const { realm, tasks } = makeRealm();
    for (const args of [[], [{}], [() => undefined], [{}, () => undefined, {}]]) {
      await expect(rejects(engines, {}, args, { memberName: 'createOffer', memberRealm: realm })).rejects.toBe('refused createOffer');
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
    const outcome = rejects(engines, {}, args((...error: unknown[]) => heard.push(...error)), { memberName: 'createOffer', memberRealm: realm });
    expect(heard).toEqual([]);
    await expect(outcome).resolves.toBe(undefined);
    expect(heard).toEqual([]);
    tasks.forEach((run) => run());
    expect(heard).toEqual(['refused createOffer']);
  });

  it('returns nothing where the engine has no promises', () => {
    const { realm, tasks } = makeRealm({});
    expect(rejects(engines, {}, [() => undefined, () => undefined], { memberName: 'createOffer', memberRealm: realm })).toBe(undefined);
    expect(tasks).toHaveLength(1);
  });
});

describe('keeps', () => {
  it('reads the member, or calls it', () => {
    const { realm } = makeRealm();
    expect(keeps.recall({ sctp: 'transport' }, 'sctp', {}, realm)).toBe('transport');
    expect(keeps.recall({ getTransceivers: () => [1] }, 'getTransceivers', {}, realm)).toEqual([1]);
  });
});

describe('keepsStreams', () => {
  const sender = { track: 'sent' };
  const receiver = { track: 'received' };
  const connection = {
    transceivers: [
      { sender, receiver, currentDirection: 'sendrecv' },
      { sender: { track: null }, receiver: { track: 'received, too' }, currentDirection: 'recvonly' },
      { sender: { track: 'sent, too' }, receiver: { track: 'never received' }, currentDirection: 'sendonly' },
      { sender: { track: null }, receiver: { track: 'not negotiated' }, currentDirection: null },
    ] as object[],
    getTransceivers() {
      return this.transceivers;
    },
    getLocalStreams: () => ['local'],
    getRemoteStreams: () => ['remote'],
  };
  const read = (name: string, warnsOfStreams: boolean, over: object = {}) => {
    const realm = { warnsOfStreams, OwnStream: class { constructor(public tracks: unknown[]) {} } } as unknown as Realm;
    return keepsStreams.recall({ ...connection, ...over }, name, {}, realm);
  };

  it('asks an engine that does not warn', () => {
    expect([read('getLocalStreams', false), read('getRemoteStreams', false)]).toEqual([['local'], ['remote']]);
  });

  it('has one stream of the tracks that were sent, or received, where the engine would warn, made when it is asked for', () => {
    const asked = () => expect.unreachable('the engine would warn');
    const [local, remote] = ['getLocalStreams', 'getRemoteStreams'].map((name) => read(name, true, { getLocalStreams: asked, getRemoteStreams: asked }) as () => unknown[]);
    expect([local!(), remote!()]).toEqual([[{ tracks: ['sent', 'sent, too'] }], [{ tracks: ['received', 'received, too'] }]]);
    expect([local!(), remote!()].flat()).toEqual([expect.anything(), expect.anything()]);
    expect(local!()[0]).toBe(local!()[0]);
  });

  it.each([
    ['no transceivers', { transceivers: [] }],
    ['none that would be told', { getTransceivers: undefined }],
  ])('has no stream where there are %s', (_what, over) => {
    expect((read('getRemoteStreams', true, over) as () => unknown[])()).toEqual([]);
  });
});
