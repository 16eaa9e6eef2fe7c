import { oldEngines } from '../build-flags';
import type { Keeps } from './fates';
import { type Arguments, type Method, add, apply, attempt, bare, create, define, descriptorOf, each, getPrototypeOf, keys, ownDescriptor, setPrototypeOf, weakMap } from './natives';
import type { Realm } from './realm';
import type { Members } from './repair';
import { shapedLike } from './shaped-like';

const { isArray } = Array;
const { replace } = String.prototype;

/** Whether the engine's own events of a type are held back on an object. */
export type IsSilenced = (object: object, type: string) => boolean;

/** The prototypes that only closed objects have, and what is silenced on these. */
const layers = weakMap<IsSilenced>();

/** Whether an object is closed, by the page or by the peer: what is silenced on it then. */
export const isClosed = (object: object): IsSilenced | undefined => layers.get(getPrototypeOf(object) as object);

/**
 * What is being closed right now, while the engine does its part: until that is done, it answers as the engine has it. A `close()`
 * inside another adds its own at the end, and has taken them off again when it returns.
 */
export const closing: object[] = bare([]);

function isBeingClosed(object: object): boolean {
  for (let i = closing.length; i--; ) if (closing[i] === object) return true;
  return false;
}

/** Takes the layer off again. */
export const revive = (object: object): unknown => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object) as object) as object));

/** What closes one object: it notes what the object keeps, and puts the layer on. Returns whether it did. */
export interface Sealer {
  (object: object): boolean;
  /** What seals the members that the object has itself: the page's own, and the attributes in Chromium below 43. */
  own(object: object): () => void;
}

/**
 * A closed object gets a prototype that stands before the engine's and holds the sealed members: one step whatever
 * their number, and nothing of it on a live object. It is made at the first object of a prototype.
 */
export function createSealer(realm: Realm, members: Members, isSilenced: IsSilenced): Sealer {
  const known = weakMap<object>();
  const memories = weakMap<Record<string, unknown>>();
  const kept: string[] = [];
  each(keys(members), (name) => typeof members[name] === 'object' && add(kept, name));

  /** Seals a member on `owner`, if `owner` has or inherits it. */
  const sealMember = (owner: object, key: string): void => {
    const name = apply(replace as Method, key, ['=', '']) as string;
    const member = descriptorOf(owner, name);
    if (!member) return;
    const part = name !== key ? 'set' : member.get ? 'get' : 'value';
    const native = member[part] as Method;
    const fate = members[key]!;
    const behave = (self: object, args: Arguments) => {
      if (isBeingClosed(self)) return apply(native, self, args);
      if (typeof fate === 'function') return fate(realm, name, args, self);
      if (typeof fate !== 'object') return fate;
      const noted = memories.get(self)![name];
      const value = typeof noted === 'function' ? apply(noted as Method, undefined, []) : noted;
      // A list is handed out as a copy.
      if (!isArray(value)) return value;
      const copy: unknown[] = [];
      each(value, (item) => add(copy, item));
      return copy;
    };
    if (typeof native === 'function') member[part] = shapedLike(native, behave);
    else if (oldEngines) {
      delete member.value;
      delete member.writable;
      member.get = shapedLike(behave as Method, behave) as () => unknown;
    }
    member.configurable = true;
    define(owner, name, member);
  };

  /** What an object goes on reading. */
  const remember = (object: object) => {
    const memory: Record<string, unknown> = bare({});
    for (let i = 0; i < kept.length; i++) {
      const name = kept[i]!;
      memory[name] = (members[name] as Keeps).read(object as Record<string, unknown>, name, memory);
    }
    return memory;
  };

  const seal = ((object) => {
    const prototype = getPrototypeOf(object) as object;
    let layer = known.get(prototype);
    if (!layer) {
      if (layers.get(prototype)) return false;
      layer = create(prototype) as object;
      layers.set(layer, isSilenced);
      known.set(prototype, layer);
      each(keys(members), (key) => sealMember(layer!, key));
    }
    if (kept.length) memories.set(object, remember(object));
    setPrototypeOf(object, layer);
    return true;
  }) as Sealer;
  seal.own = (object) => () => {
    each(keys(members), (key) => {
      if (ownDescriptor(object, key)) sealMember(object, key);
    });
  };
  return seal;
}
