import { describe, expect, it } from 'vitest';
import { conforming } from '../../../replay/behaviour';
import { firefox33 } from '../../../replay/engines/firefox-33';
import { makeEngine } from '../../../replay/make-engine';
import { readEngine } from './read-engine';
import { findConnection } from '../../../../src/shim/engine/connection-constructor';
import type { Global } from '../../../../src/shim/engine/global-object';
import { readRealm } from '../../../../src/shim/engine/realm';

describe('listen() and fire()', () => {
  it('add a capturing listener, and dispatch an event that neither bubbles nor can be cancelled', () => {
    const { realm, global, Connection } = readEngine();
    const connection = new Connection();
    const heard: unknown[] = [];
    connection.addEventListener('close', () => heard.push('page'));
    realm.listenTo(connection, 'close', (event: Event) => heard.push([event.type, event.isTrusted, event instanceof global.Event]));
    realm.fire(connection, 'close');
    expect(heard).toEqual([['close', false, true], 'page']);
  });

  it('have what they work with before the page patches it', () => {
    const { realm, global, Connection } = readEngine();
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
    expect(readEngine().realm.capturesFirst()).toBe(true);
    expect(readEngine({ ...conforming, capturesFirst: false }).realm.capturesFirst()).toBe(false);
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
    const { realm } = readEngine(conforming, { EventTarget: { prototype: (makeEngine(conforming).global.EventTarget as typeof EventTarget).prototype } });
    expect(realm.capturesFirst()).toBe(false);
    expect(realm.capturesFirst()).toBe(false);
  });
});
