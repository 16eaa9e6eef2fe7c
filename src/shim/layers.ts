import { oldEngines } from '../build-flags';
import type { Keeps } from './fates';
import { type Arguments, type Method, apply, attempt, create, defineProperty, descriptorOf, each, getPrototypeOf, keys, setPrototypeOf, weakMap } from './natives';
import type { Realm } from './realm';
import type { Members } from './repair';
import { shapedLike } from './shaped-like';

const { isArray } = Array;
const { slice } = Array.prototype;

/** The prototypes that only closed objects have. */
const closed = weakMap<boolean>();

/** Whether `close()` has been called on the connection that an object belongs to. */
export const isClosed = (object: object): boolean | undefined => closed.get(getPrototypeOf(object) as object);

/** A prototype for closed objects that stands before the one they have. */
function layer(prototype: object): object {
  const ours = create(prototype) as object;
  closed.set(ours, true);
  return ours;
}

/** What is done to an object when it is closed. */
export interface Layers {
  /** Before the engine closes it: notes what it keeps, and marks it. */
  mark(object: object): void;
  /** Afterwards: puts the sealed members before the engine's. */
  seal(object: object): void;
  /** Or makes it the live object that it was. */
  revive(object: object): void;
}

/**
 * The layers of an object, made at the first one of its prototype. A closed object gets a prototype that stands
 * before the engine's: one step whatever the number of sealed members, and nothing of it on a live object.
 */
export function createLayers(realm: Realm, members: Members): (object: object) => Layers {
  const known = weakMap<Layers>();
  const memories = weakMap<Record<string, unknown>>();
  const kept = keys(members).filter((name) => (members[name] as Keeps).read);

  /** Seals a member on `owner`, if `owner` has or inherits it. Returns whether it does. */
  const sealMember = (owner: object, key: string): boolean => {
    const name = key.replace('=', '');
    const member = descriptorOf(owner, name);
    if (!member) return false;
    const fate = members[key]!;
    const behave = (self: object, args: Arguments) => {
      if (typeof fate === 'function') return fate(realm, name, args);
      if (typeof fate !== 'object') return fate;
      const value = memories.get(self)![name];
      // A list is handed out as a copy.
      return isArray(value) ? apply(slice, value) : value;
    };
    const part = name !== key ? 'set' : member.get ? 'get' : 'value';
    if (!oldEngines || typeof member[part] === 'function') member[part] = shapedLike(member[part] as Method, behave);
    else {
      delete member.value;
      delete member.writable;
      member.get = shapedLike(behave as Method, behave) as () => unknown;
    }
    member.configurable = true;
    defineProperty(owner, name, member);
    return true;
  };

  return (object) => {
    const prototype = getPrototypeOf(object) as object;
    let layers = known.get(prototype);
    if (!layers) {
      const mark = layer(prototype);
      const sealed = layer(mark);
      // In Chromium below 43 the instance has them itself.
      const own = keys(members).filter((key) => !sealMember(sealed, key));
      layers = {
        mark(instance) {
          if (kept.length) memories.set(instance, remember(instance));
          setPrototypeOf(instance, mark);
        },
        seal(instance) {
          setPrototypeOf(instance, sealed);
          if (oldEngines) each(own, (key) => sealMember(instance, key));
        },
        revive(instance) {
          setPrototypeOf(instance, prototype);
        },
      };
      known.set(prototype, layers);
    }
    return layers;
  };

  /** What an object goes on reading. */
  function remember(object: object) {
    const memory: Record<string, unknown> = {};
    each(kept, (name) =>
      attempt(() => {
        const value = (members[name] as Keeps).read(object as Record<string, unknown>, name, memory);
        memory[name] = typeof value === 'function' ? apply(value as Method, object) : value;
      }),
    );
    return memory;
  }
}
