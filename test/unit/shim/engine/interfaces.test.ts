import { describe, expect, it } from 'vitest';
import { chromium45 } from '../../../replay/engines/chromium-45';
import { edgehtml18 } from '../../../replay/engines/edgehtml-18';
import { firefox33 } from '../../../replay/engines/firefox-33';
import { makeEngine } from '../../../replay/make-engine';
import { readEngine } from './read-engine';
import { findConnection } from '../../../../src/shim/engine/connection-constructor';
import type { Global } from '../../../../src/shim/engine/global-object';
import { type Kind, prototypeOf } from '../../../../src/shim/engine/interfaces';
import { readRealm } from '../../../../src/shim/engine/realm';

describe('prototypeOf()', () => {
  const prototype = (global: Global, name: string) => (global[name] as { prototype: object } | undefined)?.prototype;

  it('is that of the interface', () => {
    const { realm, global } = readEngine();
    const kinds: Kind[] = ['RTCDataChannel', 'RTCRtpTransceiver', 'RTCRtpSender', 'RTCSctpTransport', 'RTCDtlsTransport', 'RTCIceTransport', 'MediaStreamTrack', 'RTCPeerConnection'];
    for (const kind of kinds) expect(prototypeOf(realm, kind)).toBe(prototype(global, kind));
  });

  it('is that of the prefixed constructor, and of `DataChannel`', () => {
    const { realm, global } = readEngine(firefox33.behaviour);
    expect(prototypeOf(realm, 'RTCPeerConnection')).toBe(prototype(global, 'mozRTCPeerConnection'));
    expect(prototypeOf(realm, 'RTCDataChannel')).toBe(prototype(global, 'DataChannel'));
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
    const unnamed = prototypeOf(readRealm(global as Global, Counting as never), 'RTCDataChannel');
    expect(unnamed).toBe(Object.getPrototypeOf(new Connection().createDataChannel('')));
    expect(asked.map(([{ signalingState }, configuration]) => [signalingState, configuration])).toEqual([['closed', { iceServers: [] }]]);
  });

  it('is none for what the engine lacks', () => {
    const { realm } = readEngine(chromium45.behaviour);
    for (const kind of ['RTCSctpTransport', 'RTCRtpSender'] as const) expect(prototypeOf(realm, kind)).toBeFalsy();
    const edge = readEngine(edgehtml18.behaviour, { DataChannel: { prototype: {} } });
    expect(prototypeOf(edge.realm, 'RTCSctpTransport')).toBeFalsy();
    expect(prototypeOf(readEngine(edgehtml18.behaviour).realm, 'RTCDataChannel')).toBeFalsy();
  });
});
