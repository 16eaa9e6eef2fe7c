import { describe, expect, it } from 'vitest';
import { type Method, apply } from '../../../../src/shim/engine/intrinsics';
import { createPatches } from '../../../../src/shim/patches/patches';

/** An engine's interface: a method, an accessor, and what it inherits. */
function makeOwner() {
  const parent = {
    inherited() {
      return 'native';
    },
  };
  const values = new WeakMap<object, unknown>();
  const members = {
    method(word: string) {
      return 'native ' + word;
    },
    get attribute() {
      return values.get(this) ?? 'native';
    },
    set attribute(value: unknown) {
      values.set(this, value);
    },
    constant: 1,
    nothing: undefined,
  };
  const owner = Object.create(parent, Object.getOwnPropertyDescriptors(members)) as typeof members & typeof parent;
  return { parent, owner, object: Object.create(owner) as typeof owner };
}

const marking = (next: Method, self: object, args: ArrayLike<unknown>) => `ours(${String(apply(next, self, args))})`;

describe('wrap()', () => {
  it('stands in front of a method', () => {
    const { owner, object } = makeOwner();
    createPatches().wrap(owner, 'method', 'value', marking);
    expect(object.method('word')).toBe('ours(native word)');
    expect([owner.method.name, owner.method.length]).toEqual(['method', 1]);
  });

  it('stands in front of a getter and leaves the setter, and the other way round', () => {
    for (const [part, other] of [['get', 'set'], ['set', 'get']] as const) {
      const { owner, object } = makeOwner();
      const native = Object.getOwnPropertyDescriptor(owner, 'attribute')!;
      createPatches().wrap(owner, 'attribute', part, (next, self, args) => apply(next, self, args.length ? ['ours'] : []));
      const now = Object.getOwnPropertyDescriptor(owner, 'attribute')!;
      expect(now[other]).toBe(native[other]);
      expect(now[part]).not.toBe(native[part]);
      object.attribute = 'page';
      expect(object.attribute).toBe(part === 'set' ? 'ours' : 'page');
    }
  });

  it('keeps the attributes of what it replaces', () => {
    const { owner } = makeOwner();
    Object.defineProperty(owner, 'method', { enumerable: false, writable: false });
    createPatches().wrap(owner, 'method', 'value', marking);
    expect(Object.getOwnPropertyDescriptor(owner, 'method')).toMatchObject({ enumerable: false, writable: false, configurable: true });
  });

  it('gives the owner a method of its own in front of an inherited one, as a method of the platform is', () => {
    const { owner, parent } = makeOwner();
    createPatches().wrap(owner, 'inherited', 'value', marking);
    expect(owner.inherited()).toBe('ours(native)');
    expect(parent.inherited()).toBe('native');
    expect(Object.getOwnPropertyDescriptor(owner, 'inherited')).toMatchObject({ configurable: true, enumerable: true, writable: true });
  });

  it('calls what a later layer made of an inherited method', () => {
    const { owner, parent } = makeOwner();
    createPatches().wrap(owner, 'inherited', 'value', marking);
    parent.inherited = () => 'layer';
    expect(owner.inherited()).toBe('ours(layer)');
  });

  it('passes over what the owner lacks', () => {
    const { owner } = makeOwner();
    const before = Object.getOwnPropertyDescriptors(owner);
    const patches = createPatches();
    patches.wrap(owner, 'missing', 'value', marking);
    patches.wrap(owner, 'method', 'get', marking);
    expect(Object.getOwnPropertyDescriptors(owner)).toEqual(before);
    expect(patches.undo()).toBe(true);
  });

  it.each(['constant', 'nothing'])('refuses a member that is no method: %s', (name) => {
    const { owner } = makeOwner();
    expect(() => createPatches().wrap(owner, name, 'value', marking)).toThrow(new TypeError(name + ' is no method'));
  });

  it('throws where the member cannot be redefined', () => {
    const { owner } = makeOwner();
    const patches = createPatches();
    expect(() => patches.wrap(Object.freeze(owner), 'method', 'value', marking)).toThrow(TypeError);
    expect(patches.undo()).toBe(true);
  });
});

describe('name()', () => {
  it('names a value until it is undone, and no loop finds it', () => {
    const { owner } = makeOwner();
    const patches = createPatches();
    patches.addName(owner, 'fresh', 'value');
    expect(Object.getOwnPropertyDescriptor(owner, 'fresh')).toEqual({ value: 'value', configurable: true, enumerable: false, writable: true });
    expect(patches.undo()).toBe(true);
    expect('fresh' in owner).toBe(false);
  });
});

describe('undo()', () => {
  it('puts back every descriptor', () => {
    const { owner } = makeOwner();
    const before = Object.getOwnPropertyDescriptors(owner);
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    patches.wrap(owner, 'attribute', 'get', marking);
    patches.wrap(owner, 'attribute', 'set', marking);
    patches.wrap(owner, 'inherited', 'value', marking);
    expect(patches.undo()).toBe(true);
    expect(Object.getOwnPropertyDescriptors(owner)).toEqual(before);
    expect(patches.undo()).toBe(true);
  });

  it('takes back two patches on one member, the later first', () => {
    const { owner } = makeOwner();
    const native = owner.method as unknown;
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    patches.wrap(owner, 'method', 'value', marking);
    expect(owner.method('word')).toBe('ours(ours(native word))');
    expect(patches.undo()).toBe(true);
    expect(owner.method).toBe(native);
  });

  it('leaves what a foreign layer covers, as a pass-through, and says so', () => {
    const { owner } = makeOwner();
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    const ours = owner.method as unknown as Method;
    const layer = (word: string) => `layer(${String(apply(ours, owner, [word]))})`;
    owner.method = layer;
    expect(patches.undo()).toBe(false);
    expect(owner.method).toBe(layer);
    expect(owner.method('word')).toBe('layer(native word)');
    expect(patches.undo()).toBe(false);
  });

  it('is done with the rest when the foreign layer has gone', () => {
    const { owner } = makeOwner();
    const native = owner.method as unknown;
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    const ours = owner.method;
    owner.method = () => 'layer';
    expect(patches.undo()).toBe(false);
    owner.method = ours;
    expect(patches.undo()).toBe(true);
    expect(owner.method).toBe(native);
  });

  it('leaves what the page deleted', () => {
    const { owner } = makeOwner();
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    Reflect.deleteProperty(owner, 'method');
    expect(patches.undo()).toBe(false);
    expect('method' in owner).toBe(false);
  });

  it('leaves what the page froze, as a pass-through, and throws nothing', () => {
    const { owner } = makeOwner();
    const patches = createPatches();
    patches.wrap(owner, 'method', 'value', marking);
    Object.freeze(owner);
    expect(patches.undo()).toBe(false);
    expect(owner.method('word')).toBe('native word');
  });
});
