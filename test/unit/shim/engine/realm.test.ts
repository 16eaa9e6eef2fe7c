import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import { type Behaviour, conforming } from '../../../replay/behaviour';
import { chromium39 } from '../../../replay/engines/chromium-39';
import { chromium45 } from '../../../replay/engines/chromium-45';
import { edgehtml18 } from '../../../replay/engines/edgehtml-18';
import { firefox33 } from '../../../replay/engines/firefox-33';
import { firefox43 } from '../../../replay/engines/firefox-43';
import { makeEngine } from '../../../replay/make-engine';
import { type Global, type Kind, findConnection, readRealm } from '../../../../src/shim/engine/realm';

/** What is read of a replayed engine, with globals that are added. */
function read(behaviour: Behaviour = conforming, globals: object = {}) {
  const { global } = makeEngine(behaviour);
  Object.assign(global, globals);
  const Connection = findConnection(global as Global)! as unknown as new () => RTCPeerConnection;
  return { global: global as unknown as Global & typeof globalThis, Connection, realm: readRealm(global as Global, Connection) };
}

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

  it('knows the Gecko whose constructor is prefixed', () => {
    expect(read(firefox33.behaviour).realm.isPrefixedGecko).toBe(true);
    expect(read(firefox43.behaviour).realm.isPrefixedGecko).toBe(true);
    expect(read(chromium45.behaviour).realm.isPrefixedGecko).toBe(false);
    expect(read().realm.isPrefixedGecko).toBe(false);
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
    const { realm, Connection } = read(behaviour);
    const connection = new Connection();
    expect(realm.stateOf(connection)).toBe('stable');
    connection.close();
    expect(realm.stateOf(connection)).toBe('closed');
  });

  it('is what the engine says, whatever the page put before it', () => {
    const { realm, Connection } = read();
    const connection = Object.defineProperty(new Connection(), 'signalingState', { value: 'closed' });
    expect(realm.stateOf(connection)).toBe('stable');
  });

  it('is undefined for what is no connection', () => {
    for (const behaviour of [conforming, chromium39.behaviour]) {
      const { realm } = read(behaviour);
      for (const stranger of [{}, undefined, null]) expect(realm.stateOf(stranger as never)).toBe(undefined);
    }
  });
});

describe('prototypeOf()', () => {
  const prototype = (global: Global, name: string) => (global[name] as { prototype: object } | undefined)?.prototype;

  it('is that of the interface', () => {
    const { realm, global } = read();
    const kinds: Kind[] = ['RTCDataChannel', 'RTCRtpTransceiver', 'RTCRtpSender', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'MediaStreamTrack', 'RTCPeerConnection'];
    for (const kind of kinds) expect(realm.prototypeOf(kind)).toBe(prototype(global, kind));
  });

  it('is that of the prefixed constructor, and of `DataChannel`', () => {
    const { realm, global } = read(firefox33.behaviour);
    expect(realm.prototypeOf('RTCPeerConnection')).toBe(prototype(global, 'mozRTCPeerConnection'));
    expect(realm.prototypeOf('RTCDataChannel')).toBe(prototype(global, 'DataChannel'));
  });

  it('is what channels have, where the interface has no name; the connection that tells is closed', () => {
    const { global } = makeEngine(chromium45.behaviour);
    const Connection = findConnection(global as Global)! as unknown as new (configuration?: unknown) => RTCPeerConnection;
    const asked: [RTCPeerConnection, unknown][] = [];
    const Counting = function (configuration: unknown) {
      const connection = new Connection(configuration);
      asked.push([connection, configuration]);
      return connection;
    };
    Counting.prototype = Connection.prototype;
    const unnamed = readRealm(global as Global, Counting as never).prototypeOf('RTCDataChannel');
    expect(unnamed).toBe(Object.getPrototypeOf(new Connection().createDataChannel('')));
    expect(asked.map(([{ signalingState }, configuration]) => [signalingState, configuration])).toEqual([['closed', { iceServers: [] }]]);
  });

  it('is none for what the engine lacks', () => {
    const { realm } = read(chromium45.behaviour);
    for (const kind of ['RTCSctpTransport', 'RTCRtpSender'] as const) expect(realm.prototypeOf(kind)).toBeFalsy();
    const edge = read(edgehtml18.behaviour, { DataChannel: { prototype: {} } });
    expect(edge.realm.prototypeOf('RTCSctpTransport')).toBeFalsy();
    expect(read(edgehtml18.behaviour).realm.prototypeOf('RTCDataChannel')).toBeFalsy();
  });
});

describe('listen() and fire()', () => {
  it('add a capturing listener, and dispatch an event that neither bubbles nor can be cancelled', () => {
    const { realm, global, Connection } = read();
    const connection = new Connection();
    const heard: unknown[] = [];
    connection.addEventListener('close', () => heard.push('page'));
    realm.listenTo(connection, 'close', (event: Event) => heard.push([event.type, event.isTrusted, event instanceof global.Event]));
    realm.fire(connection, 'close');
    expect(heard).toEqual([['close', false, true], 'page']);
  });

  it('have what they work with before the page patches it', () => {
    const { realm, global, Connection } = read();
    const connection = new Connection();
    Object.assign(global.EventTarget.prototype, { addEventListener: undefined, dispatchEvent: undefined });
    const heard: string[] = [];
    realm.listenTo(connection, 'close', ({ type }: Event) => heard.push(type));
    realm.fire(connection, 'close');
    expect(heard).toEqual(['close']);
  });

  it('pass over what is no event target', () => {
    const { global } = makeEngine(firefox33.behaviour);
    const called: string[] = [];
    Object.assign((global.EventTarget as typeof EventTarget).prototype, {
      addEventListener: () => called.push('addEventListener'),
      dispatchEvent: () => called.push('dispatchEvent'),
    });
    const Connection = findConnection(global as Global)! as unknown as new () => RTCPeerConnection;
    const realm = readRealm(global as Global, Connection);
    const track = {};
    realm.listenTo(track, 'ended', () => undefined);
    realm.fire(track, 'ended');
    expect(called).toEqual([]);
    const target = new Connection();
    realm.listenTo(target, 'ended', () => undefined);
    realm.fire(target, 'ended');
    expect(called).toEqual(['addEventListener', 'dispatchEvent']);
  });
});

describe('capturesFirst()', () => {
  it('says whether capturing listeners come first at the target itself', () => {
    expect(read().realm.capturesFirst()).toBe(true);
    expect(read({ ...conforming, capturesFirst: false }).realm.capturesFirst()).toBe(false);
  });

  it('looks once, and not before it is asked', () => {
    const { global } = makeEngine(conforming);
    let made = 0;
    global.EventTarget = class extends (global.EventTarget as typeof EventTarget) {
      constructor() {
        super();
        made++;
      }
    };
    const realm = readRealm(global as Global, findConnection(global as Global)!);
    expect(made).toBe(0);
    for (let i = 0; i < 3; i++) expect(realm.capturesFirst()).toBe(true);
    expect(made).toBe(1);
  });

  it('takes an engine in which no target can be made for an old one', () => {
    const { realm } = read(conforming, { EventTarget: { prototype: (makeEngine(conforming).global.EventTarget as typeof EventTarget).prototype } });
    expect(realm.capturesFirst()).toBe(false);
    expect(realm.capturesFirst()).toBe(false);
  });
});

describe('refusal()', () => {
  it.each([['', conforming], [', without a DOMException constructor', firefox33.behaviour]])('is an InvalidStateError that names the call%s', (_how, behaviour) => {
    const { realm } = read(behaviour);
    const error = realm.refusal('send') as DOMException;
    expect(error).toBeInstanceOf(DOMException);
    expect([error.name, error.message, error.code]).toEqual(['InvalidStateError', 'send: the RTCPeerConnection is closed', 11]);
  });
});
