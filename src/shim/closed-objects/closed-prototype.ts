import { oldEngines } from '../../build-flags';
import { isEngineMade } from '../engine/native-functions';
import { isAdapters } from '../engine/webrtc-adapter';
import { ask } from '../engine/ask';
import type { Keeps, Members } from './closed-members';
import { type Arguments, type Method, add, apply, attempt, bare, create, define, descriptorOf, each, getOwnPropertyNames, getPrototypeOf, keys, ownDescriptor, partOf, parts, setPrototypeOf, weakMap } from '../engine/intrinsics';
import type { Patches } from '../patches/patches';
import type { Realm } from '../engine/realm';
import { shapedLike } from '../patches/forwarding-function';

const { isArray } = Array;

/** Whether the engine's own events of a type are held back on an object. */
export type IsSilenced = (object: object, type: string) => unknown;

/** The prototypes that only closed objects have, and what is silenced on these. */
const layers = weakMap<IsSilenced>();

/** Whether an object is closed, by the page or by the peer: what is silenced on it then. */
export const isClosed = (object: object): IsSilenced | undefined => layers.get(getPrototypeOf(object) as object);

/** What is to be done once a connection has been closed, for each of its calls that the engine has not settled yet, by the call's number. */
export const pendingCalls = weakMap<Record<number, () => unknown>>();

/**
 * What is being closed right now, while the engine does its part: until that is done, it answers as the engine has it. A `close()`
 * inside another adds its own at the end, and has taken them off again when it returns.
 */
export const closing: object[] = bare([]);

function isBeingClosed(object: object): boolean {
  for (let i = closing.length; i--; ) if (closing[i] === object) return true;
  return false;
}

/** Whether objects have their attributes themselves: Chromium below 43. */
export const membersOnInstances = ({ Connection }: Realm): boolean => oldEngines && !('onsignalingstatechange' in Connection.prototype);

/** Takes the layer off again. */
export const revive = (object: object): unknown => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object) as object) as object));

/**
 * What closes one object: it notes what the object keeps, and puts the layer on. Returns whether it did. What is to be done once
 * the engine has closed it is added to `later`: what seals the members that the object has itself, but for the page's own.
 */
export type Sealer = (object: object, later?: (() => unknown)[]) => boolean;

type Part = 'value' | 'get' | 'set';

/**
 * A closed object gets a prototype that stands before the engine's and holds the sealed members: one step whatever
 * their number, and nothing of it on a live object. It is made at the first object of a prototype. What the page or a
 * library has laid over a member, by a subclass or on the engine's prototype, before or after that, goes on running.
 */
export function createSealer(realm: Realm, patches: Patches, members: Members, isSilenced: IsSilenced): Sealer {
  const known = weakMap<object>();
  const memories = weakMap<Record<string, unknown>>();
  const kept: string[] = [];
  const behind: Members = bare({});
  each(keys(members), (name) => typeof members[name] === 'object' && add(kept, name));

  /** What a sealed member does; `next` is the engine's. */
  const answer = (next: Method, self: object, args: Arguments, key: string, name: string): unknown => {
    const fate = members[key]!;
    // Who took it from a closed object may call it on one that lives.
    const isOurs = !isBeingClosed(self) && isClosed(self) === isSilenced;
    if (isOurs && typeof fate === 'function') return fate(next, self, args, name, realm);
    const noted = isOurs ? (typeof fate === 'object' ? memories.get(self)![name] : fate) : undefined;
    // The engine did not say: it still answers for itself.
    if (noted === undefined) return apply(next, self, args);
    const value = typeof noted === 'function' ? (noted as () => unknown)() : noted;
    // A list is handed out as a copy.
    if (!isArray(value)) return value;
    const copy: unknown[] = [];
    each(value, (item) => add(copy, item));
    return copy;
  };

  /** Seals the engine's member behind what a subclass or the like has laid over it, where that asks for `super`. */
  const sealBehind = (prototype: object, key: string, name: string, part: Part): void => {
    let isCovered = false;
    for (let owner = prototype as object | null; owner && !behind[key]; owner = getPrototypeOf(owner) as object | null) {
      const own = ownDescriptor(owner, name);
      if (!own) continue;
      if (!isEngineMade(own[part] as Method, name)) isCovered = true;
      else if (!isCovered) return;
      else {
        behind[key] = true;
        patches.wrap(owner, name, part, (next, self, args) => answer(next, self, args, key, name));
      }
    }
  };

  /** Seals a member on `owner`, if `owner` has or inherits it; on a layer, what comes to stand behind that is asked first. */
  const sealMember = (owner: object, key: string, isLayer?: boolean): void => {
    const name = parts(key, '=')[0]!;
    const member = descriptorOf(owner, name);
    if (!member) return;
    const part = name !== key ? 'set' : member.get ? 'get' : 'value';
    const native = member[part] as Method;
    const behave = (self: object, args: Arguments) => {
      const next = ((isLayer && partOf(getPrototypeOf(owner) as object, name, part)) || native) as Method;
      return (isLayer && !isEngineMade(next, name) ? apply : answer)(next, self, args, key, name);
    };
    if (typeof native === 'function') {
      if (isLayer) attempt(() => sealBehind(getPrototypeOf(owner) as object, key, name, part));
      member[part] = shapedLike(native, behave);
    } else if (oldEngines) {
      delete member.value;
      delete member.writable;
      member.get = shapedLike(behave as Method, behave) as () => unknown;
    }
    member.configurable = true;
    define(owner, name, member);
  };

  return (object, later) => {
    const prototype = getPrototypeOf(object) as object;
    let layer = known.get(prototype);
    if (!layer) {
      if (layers.get(prototype)) return false;
      layer = create(prototype) as object;
      layers.set(layer, isSilenced);
      known.set(prototype, layer);
      each(keys(members), (key) => sealMember(layer!, key, true));
    }
    if (kept.length) {
      const memory: Record<string, unknown> = bare({});
      // What the object goes on reading.
      each(kept, (name) => (memory[name] = (members[name] as Keeps).recall(object as Record<string, unknown>, name, memory, realm)));
      memories.set(object, memory);
      // A sender tells its track itself unless the engine forgets it at close: in Chromium a pending `replaceTrack()` still ends.
      if (later && 'track' in memory) add(later, () => memory.track === ask(object, 'track') && (memory.track = undefined));
    }
    setPrototypeOf(object, layer);
    if (later && getOwnPropertyNames(object).length) {
      add(later, () =>
        each(keys(members), (key) => {
          const own = ownDescriptor(object, key);
          // webrtc-adapter's, and the attributes in Chromium below 43.
          if (own && (isAdapters(own.value) || (oldEngines && membersOnInstances(realm) && !own.get && typeof own.value !== 'function'))) sealMember(object, key);
        }),
      );
    }
    return true;
  };
}
