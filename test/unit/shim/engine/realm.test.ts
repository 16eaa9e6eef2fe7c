import { describe, expect, it } from 'vitest';
import { conforming } from '../../../replay/behaviour';
import { chromium39 } from '../../../replay/engines/chromium-39';
import { chromium45 } from '../../../replay/engines/chromium-45';
import { firefox33 } from '../../../replay/engines/firefox-33';
import { firefox43 } from '../../../replay/engines/firefox-43';
import { makeEngine } from '../../../replay/make-engine';
import { readEngine } from './read-engine';
import { findConnection } from '../../../../src/shim/engine/connection-constructor';
import type { Global } from '../../../../src/shim/engine/global-object';
import { readRealm } from '../../../../src/shim/engine/realm';

describe('readRealm', () => {
  it.each(['addEventListener', 'dispatchEvent'])('throws where a target has no %s', (name) => {
    const { global } = makeEngine(conforming);
    Object.defineProperty((global.EventTarget as typeof EventTarget).prototype, name, { value: undefined });
    expect(() => readRealm(global as Global, findConnection(global as Global)!)).toThrow(new TypeError('EventTarget has no methods'));
  });

  it('takes the methods of the connection where there is no EventTarget', () => {
    const { global } = makeEngine(conforming);
    const { prototype } = findConnection(global as Global)!;
    const { addEventListener, dispatchEvent } = prototype;
    Object.assign(prototype, { addEventListener, dispatchEvent });
    delete global.EventTarget;
    expect(readRealm(global as Global, findConnection(global as Global)!).capturesFirst()).toBe(false);
  });

  it("postpones by a timer that was taken before the page patches it, for as long as engines take to fire", () => {
    const { global } = makeEngine(conforming);
    const timers: unknown[] = [];
    global.setTimeout = (...timer: unknown[]) => timers.push(timer);
    const { postpone } = readRealm(global as Global, findConnection(global as Global)!);
    global.setTimeout = undefined;
    const run = () => undefined;
    postpone(run);
    expect(timers).toEqual([[run, 40]]);
  });

  it('knows the Gecko whose constructor is prefixed', () => {
    expect(readEngine(firefox33.behaviour).realm.isPrefixedGecko).toBe(true);
    expect(readEngine(firefox43.behaviour).realm.isPrefixedGecko).toBe(true);
    expect(readEngine(chromium45.behaviour).realm.isPrefixedGecko).toBe(false);
    expect(readEngine().realm.isPrefixedGecko).toBe(false);
  });

  it('asks no more of a page whose getter throws', () => {
    const { global } = makeEngine(conforming);
    Object.defineProperty(global, 'mozRTCPeerConnection', {
      get() {
        throw new Error("the page's");
      },
    });
    expect(readRealm(global as Global, global.RTCPeerConnection as never).isPrefixedGecko).toBe(false);
  });
});

describe('stateOf()', () => {
  it.each([['on the prototype', conforming], ['on instances', chromium39.behaviour]])("is the engine's own state of a connection, with attributes %s", (_where, behaviour) => {
    const { realm, Connection } = readEngine(behaviour);
    const connection = new Connection();
    expect(realm.stateOf(connection)).toBe('stable');
    connection.close();
    expect(realm.stateOf(connection)).toBe('closed');
  });

  it('is what the engine says, whatever the page put before it', () => {
    const { realm, Connection } = readEngine();
    const connection = Object.defineProperty(new Connection(), 'signalingState', { value: 'closed' });
    expect(realm.stateOf(connection)).toBe('stable');
  });

  it('is undefined for what is no connection', () => {
    for (const behaviour of [conforming, chromium39.behaviour]) {
      const { realm } = readEngine(behaviour);
      for (const stranger of [{}, undefined, null]) expect(realm.stateOf(stranger as never)).toBe(undefined);
    }
  });
});

describe('fire()', () => {
  class RTCError {
    constructor(
      readonly init: object,
      readonly message: string,
    ) {}
  }
  const heardIn = (globals: object): unknown[] => {
    const { realm, Connection } = readEngine(conforming, globals);
    const heard: unknown[] = [];
    const connection = new Connection();
    connection.addEventListener('error', (event) => heard.push(event));
    realm.fire(connection, 'error');
    return heard;
  };

  it("fires the engine's own kind of error, which tells what happened", () => {
    const { global } = readEngine();
    class RTCErrorEvent extends (global.Event as unknown as new (type: string) => { type: string }) {
      error: RTCError;
      constructor(type: string, { error }: { error: RTCError }) {
        super(type);
        this.error = error;
      }
    }
    const [event, ...more] = heardIn({ RTCError, RTCErrorEvent }) as RTCErrorEvent[];
    expect(more).toEqual([]);
    expect(event).toBeInstanceOf(RTCErrorEvent);
    expect(event!.type).toBe('error');
    expect(event!.error).toEqual(new RTCError({ errorDetail: 'sctp-failure', sctpCauseCode: 12 }, 'the peer has closed'));
  });

  it('fires an event with such an error where the engine has no kind of its own', () => {
    const [event] = heardIn({}) as { type: string; error: RTCError & Error }[];
    expect(event).toMatchObject({ type: 'error', error: { name: 'OperationError', message: 'the peer has closed', errorDetail: 'sctp-failure', sctpCauseCode: 12 } });
  });
});
