import '../../../replay/shim';
import { type Behaviour, conforming } from '../../../replay/behaviour';
import { makeEngine } from '../../../replay/make-engine';
import { findConnection } from '../../../../src/shim/engine/connection-constructor';
import type { Global } from '../../../../src/shim/engine/global-object';
import { readRealm } from '../../../../src/shim/engine/realm';

/** What is read of a replayed engine, with globals that are added. */
export function readEngine(behaviour: Behaviour = conforming, globals: object = {}) {
  const { global } = makeEngine(behaviour);
  Object.assign(global, globals);
  const Connection = findConnection(global as Global)! as unknown as new () => RTCPeerConnection;
  return { global: global as unknown as Global & typeof globalThis, Connection, realm: readRealm(global as Global, Connection) };
}
