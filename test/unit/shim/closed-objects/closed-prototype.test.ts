import { describe, expect, it } from 'vitest';
import { asNative } from '../../../replay/native-text';
import '../../../replay/shim';
import { type Members, empties, keeps, refuses } from '../../../../src/shim/closed-objects/closed-members';
import { type IsSuppressed, closing, createObjectCloser, isClosed, reopen } from '../../../../src/shim/closed-objects/closed-prototype';
import { patchedRealm } from '../../../../src/shim/patches/patched-realm';
import { createPatches } from '../../../../src/shim/patches/patches';
import type { Realm } from '../../../../src/shim/engine/realm';

const realm = { refusal: (call: string) => new Error('refused ' + call), Connection: { prototype: { onsignalingstatechange: null } } } as unknown as Realm;

/** An interface of the engine, and an object of it. */
function makeObject() {
  class Interface {
    value: unknown = 'engine';
    list: unknown[] = ['a', 'b'];
    get state(): unknown {
      return this.value;
    }
    set state(value: unknown) {
      this.value = value;
    }
    call(word: string): unknown {
      return ['engine', word];
    }
    members(): unknown {
      return this.list;
    }
  }
  asNative(Object.getOwnPropertyDescriptors(Interface.prototype));
  return { Interface, object: new Interface() };
}
const isSuppressed = () => true;
const sealing = (members: Members, silenced: IsSuppressed = isSuppressed) => createObjectCloser(patchedRealm({ ...realm }, createPatches()), Object.assign(Object.create(null), members) as Members, silenced);

describe('a sealed object', () => {
  it('is closed, of its class, and one step further from its prototype', () => {
    const { Interface, object } = makeObject();
    expect(isClosed(object)).toBeFalsy();
    expect(sealing({ state: 'closed' })(object)).toBe(true);
    expect(isClosed(object)).toBe(isSuppressed);
    expect(object).toBeInstanceOf(Interface);
    expect(Object.getPrototypeOf(Object.getPrototypeOf(object))).toBe(Interface.prototype);
    expect(isClosed(new Interface())).toBeFalsy();
  });

  it('gets the prototype that was made for its kind before, without a call of its members', () => {
    const { Interface, object } = makeObject();
    const close = sealing({ state: 'closed', list: keeps });
    Object.defineProperty(Interface.prototype, 'list', {
      configurable: true,
      get() {
        throw new Error('was read');
      },
    });
    const prototype = close.prototypeFor(Interface.prototype);
    expect(Object.getPrototypeOf(prototype)).toBe(Interface.prototype);
    close(object);
    expect(Object.getPrototypeOf(object)).toBe(prototype);
    expect(close.prototypeFor(prototype!)).toBeUndefined();
  });

  it('reads what it is told to, and its setter stays', () => {
    const { object } = makeObject();
    sealing({ state: 'closed' })(object);
    expect(object.state).toBe('closed');
    object.state = 'set';
    expect([object.state, object.value]).toEqual(['closed', 'set']);
  });

  it('refuses what is set, where that is told', () => {
    const { object } = makeObject();
    sealing({ 'state=': refuses })(object);
    expect(() => (object.state = 'set')).toThrow('refused state');
    expect(object.state).toBe('engine');
  });

  it('has calls that behave as told and look as the engine made them', () => {
    const { object } = makeObject();
    sealing({ call: refuses, members: empties })(object);
    expect(() => object.call('word')).toThrow('refused call');
    expect([object.call.name, object.call.length]).toEqual(['call', 1]);
    expect(object.members()).toEqual([]);
  });

  it('passes over what the engine lacks', () => {
    const { object } = makeObject();
    sealing({ missing: 'closed', 'missing=': refuses, call: refuses })(object);
    expect('missing' in object).toBe(false);
    expect(() => object.call('word')).toThrow('refused call');
  });

  it('can be sealed once by one, and never by two', () => {
    const { object } = makeObject();
    expect(sealing({ state: 'closed' })(object)).toBe(true);
    expect(sealing({ state: 'other' }, () => false)(object)).toBe(false);
    expect([object.state, isClosed(object)]).toEqual(['closed', isSuppressed]);
  });

  it('shares its layer with what else has its prototype', () => {
    const { Interface, object } = makeObject();
    const other = new Interface();
    const seal = sealing({ state: 'closed' });
    seal(object);
    seal(other);
    expect(Object.getPrototypeOf(other)).toBe(Object.getPrototypeOf(object));
  });

  it('is open again when it is revived', () => {
    const { Interface, object } = makeObject();
    sealing({ state: 'closed' })(object);
    reopen(object);
    expect(Object.getPrototypeOf(object)).toBe(Interface.prototype);
    expect([isClosed(object), object.state]).toEqual([undefined, 'engine']);
  });

  it('has sealed members that a layer above can redefine', () => {
    const { object, Interface } = makeObject();
    Object.defineProperty(Interface.prototype, 'call', { configurable: false });
    sealing({ call: refuses })(object);
    expect(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(object), 'call')!.configurable).toBe(true);
  });
});

describe('what is kept', () => {
  it('is what it read or returned when it was closed, for each object', () => {
    const { Interface, object } = makeObject();
    const other = new Interface();
    other.value = 'other';
    const seal = sealing({ state: keeps, members: keeps });
    seal(object);
    seal(other);
    Object.assign(object, { value: 'changed', list: [] });
    expect([object.state, object.members(), other.state]).toEqual(['engine', ['a', 'b'], 'other']);
  });

  it('is handed out as a copy, where it is a list', () => {
    const { object } = makeObject();
    sealing({ members: keeps })(object);
    const list = object.members() as unknown[];
    list.push('page');
    expect(object.members()).toEqual(['a', 'b']);
    expect(object.members()).not.toBe(object.members());
  });

  it('is the same object each time, where it is none', () => {
    const { object } = makeObject();
    object.value = {};
    sealing({ state: keeps })(object);
    expect(object.state).toBe(object.value);
  });

  it('is what the engine goes on saying where that throws, and the rest is kept', () => {
    const { object } = makeObject();
    Object.defineProperty(object, 'list', {
      get() {
        throw new Error('gone');
      },
    });
    expect(sealing({ members: keeps, state: keeps })(object)).toBe(true);
    expect(() => object.members()).toThrow('gone');
    expect(object.state).toBe('engine');
  });

  it('may depend on what was kept before it', () => {
    const { object } = makeObject();
    sealing({ state: keeps, call: { recall: (_object, _name, memory) => [memory.state, 'toString' in memory] } })(object);
    expect(object.call('word')).toEqual(['engine', false]);
  });
});

describe('while the engine closes', () => {
  /** What `read` finds while objects are being closed, as `close()` does it. */
  const whileClosing = <T>(objects: object[], read: () => T): T => {
    const outer = closing.length;
    for (const object of objects) closing[closing.length] = object;
    const found = read();
    closing.length = outer;
    return found;
  };

  it('what is being closed answers as the engine has it, and the rest as closed', () => {
    const { Interface, object } = makeObject();
    const [second, bystander] = [new Interface(), new Interface()];
    const seal = sealing({ state: 'closed' });
    [object, second, bystander].forEach((one) => seal(one));
    const states = () => [object.state, second.state, bystander.state];
    expect(whileClosing([object, second], states)).toEqual(['engine', 'engine', 'closed']);
    expect(states()).toEqual(['closed', 'closed', 'closed']);
  });

  it('closing another inside does not end it', () => {
    const { Interface, object } = makeObject();
    const inner = new Interface();
    const seal = sealing({ state: 'closed' });
    [object, inner].forEach((one) => seal(one));
    const states = () => [object.state, inner.state];
    expect(whileClosing([object], () => [states(), whileClosing([inner], states), states()])).toEqual([
      ['engine', 'closed'],
      ['engine', 'engine'],
      ['engine', 'closed'],
    ]);
  });
});

describe("what an object has itself", () => {
  it("is sealed on it where it is webrtc-adapter's, and runs on where it is the page's", () => {
    const { object } = makeObject();
    const maxMessageSize = 4;
    const page = Object.assign(object, {
      call: (word: string) => (word.length > maxMessageSize ? [] : ['adapter', word]),
      members: () => ['page'],
    });
    const seal = sealing({ call: refuses, members: empties, state: 'closed' });
    const later: (() => unknown)[] = [];
    seal(object, later);
    expect(page.call('word')).toEqual(['adapter', 'word']);
    later.forEach((run) => run());
    expect(() => page.call('word')).toThrow('refused call');
    expect(page.members()).toEqual(['page']);
    expect(Object.keys(Object.getOwnPropertyDescriptors(object))).not.toContain('state');
  });

  it("reads what it is told to, where the engine's attributes are data", () => {
    const { object } = makeObject();
    /** Closes it in a realm whose connections have these members. @param prototype of the connections */
    const close = (prototype: object, one: object) => {
      const later: (() => unknown)[] = [];
      const members = Object.assign(Object.create(null), { value: 'closed', list: keeps }) as Members;
      createObjectCloser(patchedRealm({ ...realm, Connection: { prototype } } as Realm, createPatches()), members, isSuppressed)(one, later);
      later.forEach((run) => run());
    };
    close({ onsignalingstatechange: null }, object);
    expect([object.value, object.list]).toEqual(['engine', ['a', 'b']]);
    const { object: old } = makeObject();
    close({}, old);
    expect([old.value, old.list]).toEqual(['closed', ['a', 'b']]);
    const { get, configurable, enumerable } = Object.getOwnPropertyDescriptor(old, 'value')!;
    expect([typeof get, configurable, enumerable]).toEqual(['function', true, true]);
  });
});

describe('what is laid over the engine', () => {
  it('by a subclass runs, and finds the sealed member behind it', () => {
    const { Interface } = makeObject();
    const ran: string[] = [];
    class Page extends Interface {
      override get state(): unknown {
        ran.push('state');
        return super.state;
      }
      override call(word: string): unknown {
        ran.push('call');
        return super.call(word);
      }
    }
    const [closed, live] = [new Page(), new Page()];
    sealing({ state: 'closed', call: refuses, members: empties })(closed);
    expect(closed.state).toBe('closed');
    expect(() => closed.call('word')).toThrow('refused call');
    expect([closed.members(), ran]).toEqual([[], ['state', 'call']]);
    expect([live.state, live.call('word'), new Interface().state]).toEqual(['engine', ['engine', 'word'], 'engine']);
  });

  it('by another subclass runs, too, and leaves the member behind as it is', () => {
    const { Interface } = makeObject();
    const page = () => {
      class Page extends Interface {
        override call(word: string): unknown {
          return super.call(word);
        }
      }
      return new Page();
    };
    const seal = sealing({ call: refuses });
    const objects = [page(), page()];
    objects.forEach((object) => seal(object));
    const { call } = Interface.prototype;
    for (const object of objects) expect(() => object.call('word')).toThrow('refused call');
    seal(page());
    expect(Interface.prototype.call).toBe(call);
  });

  it.each([
    ['before', true],
    ['after', false],
  ])("on the engine's prototype, %s the first object is closed, runs instead, and gets what the engine gives", (_when, isBefore) => {
    const { Interface, object } = makeObject();
    const { call } = Interface.prototype;
    const wrap = () => {
      Interface.prototype.call = function (word) {
        return ['page', ...(call.call(this, word) as string[])];
      };
    };
    const seal = sealing({ call: refuses });
    if (isBefore) wrap();
    seal(object);
    if (!isBefore) wrap();
    expect(object.call('word')).toEqual(['page', 'engine', 'word']);
    Interface.prototype.call = call;
    expect(() => object.call('word')).toThrow('refused call');
  });

  it('as a Proxy of the engine\'s own runs', () => {
    const { Interface, object } = makeObject();
    const ran: unknown[] = [];
    Interface.prototype.call = new Proxy(Interface.prototype.call, { apply: (...args) => ran.push(args[2]) });
    sealing({ call: refuses })(object);
    expect([object.call('word'), ran]).toEqual([1, [['word']]]);
  });

  it('takes a sealed member for another object, which the engine answers for', () => {
    const { Interface, object } = makeObject();
    sealing({ call: refuses, members: keeps })(object);
    const other = new Interface();
    expect([object.call.call(other, 'word'), object.members.call(other)]).toEqual([['engine', 'word'], ['a', 'b']]);
  });
});
