import { oldEngines } from '../build-flags';
import type { Behaviour, Keeps } from './fates';
import { type Arguments, type Method, apply, create, defineProperty, descriptorOf, getOwnPropertyDescriptor, getPrototypeOf, keys, weakMap } from './natives';
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
function layer(prototype: object, members: PropertyDescriptorMap = {}): object {
  const ours = create(prototype, members) as object;
  closed.set(ours, true);
  return ours;
}

/** The layers of what has one prototype. */
export interface Layers {
  /** Marks what is being closed and changes nothing. */
  mark: object;
  /** The prototype of a closed object: sealed members, then those that this one keeps. To be made before the engine closes it. */
  of(object: object): object;
  /** Seals what the object has itself: its attributes, in Chromium below 43. */
  sealOwn?(object: object, sealed: object): void;
}

/**
 * The layers of an object, made at the first one of its prototype. A closed object gets a prototype that stands
 * before the engine's: one step whatever the number of sealed members, and nothing of it on a live object.
 */
export function createLayers(realm: Realm, members: Members): (object: object) => Layers {
  const known = weakMap<Layers>();

  /** Seals a member on `owner`, if `owner` has or inherits it. Returns whether it does. */
  const seal = (owner: object, key: string): boolean => {
    const name = key.replace('=', '');
    const member = descriptorOf(owner, name);
    const fate = members[key];
    if (!member || typeof fate === 'object') return !!member;
    const behave = (_self: object, args: Arguments) =>
      typeof fate === 'function' ? (fate as Behaviour)(realm, name, args) : fate;
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
      const own = keys(members).filter((key) => !seal(sealed, key));
      const kept = keys(members).filter((key) => (members[key] as Keeps).read);
      layers = { mark, of: (closing) => (kept.length ? layer(sealed, keep(closing, kept)) : sealed) };
      if (oldEngines && own.length) {
        layers.sealOwn = (instance, kept) =>
          own.forEach((key) => {
            const keeping = getOwnPropertyDescriptor(kept, key);
            if (!keeping) seal(instance, key);
            else if (getOwnPropertyDescriptor(instance, key)) defineProperty(instance, key, keeping);
          });
      }
      known.set(prototype, layers);
    }
    return layers;
  };

  /** What an object goes on reading. What throws, or the engine lacks, is not kept. */
  function keep(object: object, names: string[]) {
    const kept: PropertyDescriptorMap = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      try {
        if (!(name in object)) continue;
        const member = (members[name] as Keeps).read(object as Record<string, unknown>, name, kept);
        const value = typeof member === 'function' ? apply(member as Method, object) : member;
        // A list is handed out as a copy.
        kept[name] = {
          value: value === member ? value : shapedLike(member as Method, () => (isArray(value) ? apply(slice, value) : value)),
          configurable: true,
          enumerable: true,
        };
      } catch {
        // A getter of the page's own.
      }
    }
    return kept;
  }
}
