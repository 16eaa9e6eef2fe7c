import { describe, expect, it } from 'vitest';
import type { Method } from '../../../../src/shim/engine/intrinsics';
import { forwardingFunction } from '../../../../src/shim/patches/forwarding-function';

const engine = {
  send(data: unknown) {
    return data;
  },
  get state() {
    return 'open';
  },
};
const { get } = Object.getOwnPropertyDescriptor(engine, 'state')!;

describe('forwardingFunction', () => {
  it.each([
    ['a method', engine.send as Method],
    ['a getter', get as Method],
  ])('has the name and the length of %s, and constructs nothing', (_what, native) => {
    const shaped = forwardingFunction(native, () => undefined);
    expect([shaped.name, shaped.length]).toEqual([native.name, native.length]);
    expect('prototype' in shaped).toBe(false);
    expect(() => new (shaped as unknown as new () => object)()).toThrow(TypeError);
  });

  it('keeps name and length as attributes that no assignment changes', () => {
    const shaped = forwardingFunction(engine.send as Method, () => undefined);
    for (const name of ['name', 'length']) {
      expect(Object.getOwnPropertyDescriptor(shaped, name)).toEqual(Object.getOwnPropertyDescriptor(engine.send, name));
    }
  });

  it('hands over the receiver and all arguments, and gives back what comes', () => {
    const shaped = forwardingFunction(engine.send as Method, (self, args) => [self, ...Array.from(args)]);
    expect(apply(shaped, engine, [1, 2])).toEqual([engine, 1, 2]);
  });
});

/** An engine that fixes the names and lengths of its functions: here one whose reading throws. */
describe.each([0, 1, 2, 3, 4])('forwardingFunction, where a function of length %i cannot be given its name', (length) => {
  const native = Object.defineProperty(() => undefined, 'length', { value: length });
  Object.defineProperty(native, 'name', {
    get() {
      throw new TypeError('fixed');
    },
  });

  it('has the length at least, as far as pages ask for it', () => {
    expect(forwardingFunction(native as Method, () => undefined).length).toBe(length > 3 ? 0 : length);
  });

  it('hands over the receiver and all arguments, and gives back what comes', () => {
    const shaped = forwardingFunction(native as Method, (self, args) => [self, ...Array.from(args)]);
    expect(apply(shaped, engine, [1, 2, 3, 4])).toEqual([engine, 1, 2, 3, 4]);
  });
});

function apply(method: Method, self: unknown, args: unknown[]): unknown {
  return Reflect.apply(method, self, args);
}
