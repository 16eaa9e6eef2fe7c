import { describe, expect, it } from 'vitest';
import '../../../replay/shim';
import type { Method } from '../../../../src/shim/engine/intrinsics';
import { isEngineMade, standIns } from '../../../../src/shim/engine/native-functions';

describe('isEngineMade', () => {
  const native = Map.prototype.get as Method;
  it.each([
    ['a function of the engine', native, true],
    ["the getter of an engine's attribute", Object.getOwnPropertyDescriptor(Map.prototype, 'size')!.get as Method, true],
    ['a function of a script', ((key: unknown) => key) as Method, false],
    ["a Proxy of an engine's function", new Proxy(native, {}), false],
    ['a bound function', native.bind(new Map()), false],
  ])('tells %s', (what, method, expected) => {
    expect(isEngineMade(method, what.includes('attribute') ? 'size' : 'get')).toBe(expected);
  });

  it("takes the shim's own functions for what is beneath them", () => {
    const [overEngine, overPage] = [() => 1, () => 2] as Method[];
    standIns.set(overEngine!, () => native);
    standIns.set(overPage!, () => () => undefined);
    expect([isEngineMade(overEngine!, 'get'), isEngineMade(overPage!, 'get')]).toEqual([true, false]);
  });
});
