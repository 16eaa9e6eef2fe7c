import {
  type Arguments,
  type Method,
  apply,
  create,
  defineProperty,
  descriptorOf,
  getPrototypeOf,
  setPrototypeOf,
  weakMap,
} from './natives';
import { ask } from './reach';
import type { Realm } from './realm';
import { shapedLike } from './shaped-like';

/** What a member of a closed object does: called with the object, the arguments and the value it had before. */
export interface Seal {
  (realm: Realm, name: string, args: Arguments, kept: unknown): unknown;
  /** The value from before `close()` is wanted. */
  keeps?: true;
}

/** The sealed members of one interface; `name=` is the setter of `name`. Those the engine lacks are passed over. */
export type Seals = Record<string, Seal>;

/** Reads a fixed value. */
export const reads =
  (value: unknown): Seal =>
  () =>
    value;

/** Goes on reading what it read before `close()`. A list is handed out as a copy. */
export const keeps: Seal = (_realm, _name, _args, kept) => copied(kept);
keeps.keeps = true;

const copied = (value: unknown): unknown => {
  if (!Array.isArray(value)) return value;
  const copy: unknown[] = [];
  for (let i = 0; i < value.length; i++) copy[i] = value[i];
  return copy;
};

/** Returns an empty list. */
export const empties: Seal = () => [];

/** Does nothing. */
export const ignores: Seal = () => undefined;

/** Throws InvalidStateError. */
export const refuses: Seal = (realm, name) => {
  throw realm.refusal(name);
};

/** Rejects with InvalidStateError; a failure callback (the second function handed in) gets it instead. */
export const rejects: Seal = (realm, name, args) => {
  const error = realm.refusal(name);
  let functions = 0;
  for (let i = 0; i < args.length; i++) {
    const failed = args[i] as Method;
    if (typeof failed === 'function' && ++functions === 2) {
      realm.task(() => apply(failed, undefined, [error]));
      return realm.Promise && realm.Promise.resolve();
    }
  }
  return realm.Promise.reject(error);
};

interface Layer {
  members: object;
  /** The sealed names that no prototype has: absent in this engine, or the instance's own. */
  unshared: string[];
}

const noop = () => undefined;

/** Puts the seals of one interface on objects of it. */
export interface Sealer {
  /** Reads what the seals keep: to be called before the native `close()`. */
  remember(object: object): void;
  seal(object: object): void;
}

/**
 * A closed object gets a prototype that stands before its own and holds the sealed members: one step
 * whatever their number, and nothing of it on a live object. What an engine has on the instance itself
 * (Chromium below 43) is redefined there.
 */
export function createSealer(realm: Realm, seals: Seals): Sealer {
  const layers = weakMap<Layer>();
  const memories = weakMap<Record<string, unknown>>();
  const names = Object.keys(seals);
  const kept = names.filter((name) => seals[name]!.keeps);

  const sealMember = (owner: object, key: string): boolean => {
    const name = key.replace('=', '');
    const member = descriptorOf(owner, name);
    if (!member) return false;
    const behave = (self: object, args: Arguments) => seals[key]!(realm, name, args, memories.get(self)?.[name]);
    const part = name !== key ? 'set' : member.get ? 'get' : 'value';
    if (typeof member[part] === 'function') {
      member[part] = shapedLike(member[part] as Method, behave);
      member.configurable = true;
      defineProperty(owner, name, member);
    } else {
      // An attribute that is a data property of the instance (Chromium below 43).
      const { enumerable } = member;
      defineProperty(owner, name, { get: shapedLike(noop, behave) as () => unknown, enumerable, configurable: true });
    }
    return true;
  };

  const layerFor = (prototype: object): Layer => {
    let layer = layers.get(prototype);
    if (!layer) {
      layer = { members: create(prototype) as object, unshared: [] };
      for (let i = 0; i < names.length; i++) {
        const name = names[i]!;
        if (!sealMember(layer.members, name)) layer.unshared[layer.unshared.length] = name;
      }
      layers.set(prototype, layer);
    }
    return layer;
  };

  return {
    remember(object) {
      if (!kept.length) return;
      const memory: Record<string, unknown> = {};
      for (let i = 0; i < kept.length; i++) {
        memory[kept[i]!] = ask(object, kept[i]!);
      }
      memories.set(object, memory);
    },
    seal(object) {
      try {
        const { members, unshared } = layerFor(getPrototypeOf(object) as object);
        setPrototypeOf(object, members);
        for (let i = 0; i < unshared.length; i++) {
          sealMember(object, unshared[i]!);
        }
      } catch {
        // The page froze it: it goes on as the engine has it.
      }
    },
  };
}
