import { describe, expect, it, vi } from 'vitest';
import { type Method, add, apply, attempt, bare, define, descriptorOf, each, ownDescriptor, weakMap } from '../../../../src/shim/engine/intrinsics';

/** Runs something while `Object.prototype` and `Array.prototype` carry what a hostile page can put there. */
function polluted<T>(run: () => T): T {
  const trap = { get: () => 'inherited', set: () => undefined, configurable: true };
  Object.defineProperty(Object.prototype, 'get', { value: () => 'inherited', configurable: true });
  Object.defineProperty(Array.prototype, '0', trap);
  try {
    return run();
  } finally {
    delete (Object.prototype as { get?: unknown }).get;
    delete Array.prototype[0];
  }
}

describe('the built-ins', () => {
  it('apply calls with a receiver and a list', () => {
    const list = function (this: unknown, ...args: unknown[]) {
      return [this, ...args];
    };
    expect(apply(list as Method, 'self', { length: 2, 0: 'a', 1: 'b' })).toEqual(['self', 'a', 'b']);
  });

  it('apply does the same where there is no Reflect', async () => {
    vi.resetModules();
    vi.stubGlobal('Reflect', undefined);
    const natives = await import('../../../../src/shim/engine/intrinsics').finally(() => vi.unstubAllGlobals());
    const list = function (this: unknown, ...args: unknown[]) {
      return [this, ...args];
    };
    expect(natives.apply(list as Method, 'self', { length: 2, 0: 'a', 1: 'b' })).toEqual(['self', 'a', 'b']);
  });

  it('bare takes the prototype off', () => {
    const object = { own: 1 };
    expect(bare(object)).toBe(object);
    expect(Object.getPrototypeOf(object)).toBe(null);
  });

  it('define and the descriptors do without what is inherited', () => {
    const object = {};
    const { defined, value, get } = polluted(() => {
      const defined = define(object, 'name', { value: 1 });
      const { value, get } = ownDescriptor(object, 'name')!;
      return { defined, value: value as unknown, get };
    });
    expect([defined, value, get]).toEqual([object, 1, undefined]);
  });

  it('ownDescriptor is undefined for what is inherited, descriptorOf looks further', () => {
    const inherited = Object.create(Object.create({ name: 1 }) as object) as object;
    expect(ownDescriptor(inherited, 'name')).toBe(undefined);
    expect(descriptorOf(inherited, 'name')!.value).toBe(1);
    expect(descriptorOf(inherited, 'nothing')).toBe(undefined);
    expect(descriptorOf(Object.assign(Object.create({ name: 1 }) as object, { name: 2 }), 'name')!.value).toBe(2);
    expect(descriptorOf(null, 'name')).toBe(undefined);
  });

  it('weakMap remembers by key, though the page takes its methods away', () => {
    const map = weakMap<string>();
    const other = weakMap<string>();
    const [one, two] = [{}, {}];
    const { get, set } = WeakMap.prototype;
    Object.assign(WeakMap.prototype, { get: undefined, set: undefined });
    const values: unknown[] = [];
    try {
      map.set(one, 'one');
      other.set(one, 'other');
      values.push(map.get(one), map.get(two), other.get(one));
    } finally {
      Object.assign(WeakMap.prototype, { get, set });
    }
    expect(values).toEqual(['one', undefined, 'other']);
  });

  it('each visits every item with its index, in order', () => {
    const seen: unknown[] = [];
    each({ length: 2, 0: 'a', 1: 'b' }, (item, index) => seen.push([item, index]));
    expect(seen).toEqual([['a', 0], ['b', 1]]);
    each([], () => seen.push('none'));
    expect(seen).toHaveLength(2);
  });

  it('add adds an ordinary item, past a setter on Array.prototype', () => {
    const list = polluted(() => {
      const begun: string[] = [];
      add(begun, 'a');
      add(begun, 'b');
      return begun;
    });
    expect(list).toEqual(['a', 'b']);
    expect(Object.getOwnPropertyDescriptor(list, 0)).toEqual({ value: 'a', writable: true, enumerable: true, configurable: true });
  });

  it('attempt gives what comes back, or undefined for a throw', () => {
    expect(attempt(() => 1)).toBe(1);
    expect(attempt(() => {
      throw new Error('thrown');
    })).toBe(undefined);
  });
});
