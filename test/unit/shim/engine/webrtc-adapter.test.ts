import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import type { Method } from '../../../../src/shim/engine/intrinsics';
import { isEngineMade } from '../../../../src/shim/engine/native-functions';
import { isAdapters, noteAdapter } from '../../../../src/shim/engine/webrtc-adapter';

describe('webrtc-adapter', () => {
  it.each([
    ['limits messages', function setRemoteDescription(this: { maxMessageSize: number }) { return this.maxMessageSize; }, true],
    ['removes a line', function setRemoteDescription() { return '\na=extmap-allow-mixed'; }, true],
    ['is not there', function setRemoteDescription() { return 0; }, false],
  ])('is taken for the engine with all it has on a prototype, where it %s', (_how, setRemoteDescription, expected) => {
    const prototype = { setRemoteDescription, addIceCandidate: () => undefined, get sctp() { return null; } };
    noteAdapter(prototype);
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'sctp')!;
    expect([prototype.setRemoteDescription, prototype.addIceCandidate, get!].map((method) => isEngineMade(method as Method, ''))).toEqual([expected, expected, expected]);
  });

  it("is told by a channel's own send()", () => {
    const maxMessageSize = 1;
    expect([isAdapters(() => maxMessageSize), isAdapters(() => 1), isAdapters('maxMessageSize'), isAdapters(undefined)]).toEqual([true, false, false, false]);
  });
});
