import { describe, expect, it } from 'vitest';
import { install } from '../../replay/shim';
import { chromium45 } from '../../replay/engines/chromium-45';
import { edgehtml18 } from '../../replay/engines/edgehtml-18';
import { frozen } from '../../replay/engines/frozen';
import { lateSignalling } from '../../replay/engines/late-signalling';
import { makeEngine } from '../../replay/make-engine';
import type { ReplayedEngine } from '../../replay/replayed-engine';
import { judge } from './judge';

/** A realm with its connection interface. */
function realmOf({ behaviour }: ReplayedEngine) {
  const realm = makeEngine(behaviour);
  const Connection = realm.global[behaviour.connection] as new () => RTCPeerConnection & EventTarget;
  return { ...realm, Connection };
}

/** Every member of every interface of a realm, by value. */
const membersOf = (global: Record<string, unknown>) =>
  Object.entries(global).map(([name, value]) => {
    const { prototype } = Object(value) as { prototype?: object };
    return [name, value, prototype && Object.getOwnPropertyDescriptors(prototype)];
  });

describe(frozen.name, () => {
  it('blocks every clause with the reason, and nothing is patched', () => {
    const { global } = realmOf(frozen);
    const before = membersOf(global);
    const handle = install(global);
    const report = handle.report();
    expect(new Set(report.map(({ decision }) => decision))).toEqual(new Set(['blocked']));
    expect(report[0]!.because).toMatch(/^TypeError: /);
    expect(membersOf(global)).toEqual(before);
    expect(handle.uninstall()).toBe(true);
    expect(membersOf(global)).toEqual(before);
  });

  it('leaves close() to the engine', async () => {
    const realm = realmOf(frozen);
    const native = Object.getOwnPropertyDescriptor(realm.Connection.prototype, 'close')!.value as unknown;
    install(realm.global);
    expect(realm.Connection.prototype.close).toBe(native);
    expect(await judge(realm)).toEqual(await judge(makeEngine(frozen.behaviour)));
  });

  it('says "off" of a clause that was off anyway', () => {
    const { global } = realmOf(frozen);
    const off = install(global, { clauses: { 'send-is-refused': 'off' } }).report().filter(({ decision }) => decision === 'off');
    expect(off.map(({ id }) => id)).toEqual(['send-is-refused']);
  });
});

describe(`${edgehtml18.name} (${edgehtml18.replays})`, () => {
  it('has close() kept without any data channel interface', async () => {
    const { global, clock, Connection } = realmOf(edgehtml18);
    const handle = install(global);
    expect(new Set(handle.report().map(({ decision }) => decision))).toEqual(new Set(['applied']));
    const connection = new Connection();
    connection.close();
    expect(connection.signalingState).toBe('closed');
    expect(connection.close()).toBe(undefined);
    expect('createDataChannel' in connection).toBe(false);
    await clock.run(() => expect(connection.createOffer()).rejects.toMatchObject({ name: 'InvalidStateError' }));
    expect(handle.uninstall()).toBe(true);
  });
});

describe(lateSignalling.name, () => {
  it('is left as it is: what does not read closed has not been closed', async () => {
    const realm = realmOf(lateSignalling);
    install(realm.global);
    expect(await judge(realm)).toEqual(await judge(makeEngine(lateSignalling.behaviour)));
  });
});

describe(`what a page dispatches itself, in ${chromium45.name}`, () => {
  it('is delivered after close(), though no event says who made it', async () => {
    const { global, clock, Connection } = realmOf(chromium45);
    install(global);
    const connection = new Connection();
    const heard: string[] = [];
    connection.addEventListener('signalingstatechange', () => heard.push('listener'));
    connection.onsignalingstatechange = () => heard.push('handler');
    connection.close();
    await clock.run(() => new Promise<void>((resolve) => void clock.after(50, resolve)));
    expect(heard).toEqual([]);
    connection.dispatchEvent(new (global.Event as typeof Event)('signalingstatechange'));
    expect(heard).toEqual(['listener', 'handler']);
  });
});
