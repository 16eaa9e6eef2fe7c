import { afterAll, describe, expect, it, vi } from 'vitest';
import { pass } from '../../../../src/conformance/realm';
import { chromium156 } from '../../../replay/engines/chromium-156';
import { makeEngine } from '../../../replay/make-engine';
import { install } from '../../../replay/shim';

// The shim takes `Object.create` when it is loaded: it makes closed-object prototypes with it, one for each prototype.
const made = vi.hoisted(() => {
  const made: { prototype: object | null; object: object }[] = [];
  const native = Object.create.bind(Object) as (prototype: object | null, members?: PropertyDescriptorMap) => object;
  vi.spyOn(Object, 'create').mockImplementation((prototype: object | null, members?: PropertyDescriptorMap) => {
    const object = native(prototype, members);
    made.push({ prototype, object });
    return object;
  });
  return made;
});

afterAll(() => void vi.restoreAllMocks());

/** A page with the shim, and which of its interfaces have a closed-object prototype so far. */
function makePage() {
  const { global, clock } = makeEngine(chromium156.behaviour);
  install(global);
  const Connection = global.RTCPeerConnection as typeof RTCPeerConnection;
  // The replayed engine makes its objects in the same way; they have no members of their own.
  const haveMembers = () => made.filter(({ object }) => Object.getOwnPropertyNames(object).length > 0).map(({ prototype }) => prototype);
  const closedOnes = () => ['RTCPeerConnection', 'RTCDataChannel', 'RTCSctpTransport'].filter((name) => haveMembers().includes((global[name] as typeof Event).prototype));
  return { Connection, clock, closedOnes, haveMembers };
}

describe('what the first close() needs', () => {
  it('is made in a task after the first channel', async () => {
    const { Connection, clock, closedOnes, haveMembers } = makePage();
    await clock.run(async () => {
      const connection = new Connection();
      connection.createDataChannel('first');
      expect(closedOnes()).toEqual([]);
      await pass(5);
      expect(closedOnes()).toEqual(['RTCPeerConnection', 'RTCDataChannel', 'RTCSctpTransport']);
      const before = haveMembers().length;
      new Connection().createDataChannel('second');
      connection.close();
      await pass(5);
      expect(haveMembers()).toHaveLength(before);
    });
  });

  it('is made by the first close(), where there was no channel before', async () => {
    const { Connection, clock, closedOnes } = makePage();
    await clock.run(async () => {
      const connection = new Connection();
      await pass(5);
      expect(closedOnes()).toEqual([]);
      connection.close();
      expect(closedOnes()).toEqual(['RTCPeerConnection']);
    });
  });
});
