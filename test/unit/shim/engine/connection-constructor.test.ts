import { describe, expect, it } from 'vitest';
import { findConnection } from '../../../../src/shim/engine/connection-constructor';
import type { Global } from '../../../../src/shim/engine/global-object';

class Connection {
  close() {
    return undefined;
  }
}
const find = (global: object) => findConnection(global as Global);

describe('findConnection', () => {
  it.each(['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'])('finds %s', (name) => {
    expect(find({ [name]: Connection })).toBe(Connection);
  });

  it('prefers the name without a prefix', () => {
    class Prefixed extends Connection {}
    expect(find({ mozRTCPeerConnection: Prefixed, webkitRTCPeerConnection: Prefixed, RTCPeerConnection: Connection })).toBe(Connection);
  });

  it.each([
    ['a function that calls the prefixed one', function RTCPeerConnection() {}],
    ['an arrow function', () => undefined],
    ['null', null],
  ])('passes over %s', (_what, stranger) => {
    expect(find({ RTCPeerConnection: stranger, webkitRTCPeerConnection: Connection })).toBe(Connection);
    expect(find({ RTCPeerConnection: stranger })).toBe(undefined);
  });

  it('finds an inherited close()', () => {
    class Layer extends Connection {}
    expect(find({ RTCPeerConnection: Layer })).toBe(Layer);
  });

  it('finds nothing in a realm without one', () => expect(find({})).toBe(undefined));
});
