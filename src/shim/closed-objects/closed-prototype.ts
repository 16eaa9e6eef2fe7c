import { oldEngines } from '../../build-flags';
import { isEngineMade } from '../engine/native-functions';
import { isFromAdapter } from '../engine/webrtc-adapter';
import { ask } from '../engine/ask';
import type { CalledMember, Keeps, Members } from './closed-members';
import { type Arguments, type Method, add, apply, attempt, bare, create, define, descriptorOf, each, getOwnPropertyNames, getPrototypeOf, keys, ownDescriptor, partOf, parts, setPrototypeOf, weakMap } from '../engine/intrinsics';
import type { PatchedRealm } from '../patches/patched-realm';
import type { Realm } from '../engine/realm';
import { forwardingFunction } from '../patches/forwarding-function';

const { isArray } = Array;

/** Whether the engine's own events of a type are held back on an object. */
export type IsSuppressed = (object: object, type: string) => unknown;

/** The closed-object prototypes, and which of the engine's events are suppressed on the objects that have one. */
const closedPrototypes = weakMap<IsSuppressed>();

/** Which events are suppressed on an object, where it is closed, by the page or by the peer; undefined for one that lives. */
export const isClosed = (object: object): IsSuppressed | undefined => closedPrototypes.get(getPrototypeOf(object) as object);

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

/** Takes the closed-object prototype off again. */
export const reopen = (object: object): unknown => attempt(() => setPrototypeOf(object, getPrototypeOf(getPrototypeOf(object) as object) as object));

/**
 * What closes one object: it notes the values that the object keeps, and gives it its closed-object prototype. Returns whether it did. What is to be done once
 * the engine has closed it is added to `later`: members that the object has itself (webrtc-adapter's `send()`) are replaced then, but for the page's own.
 */
export interface ObjectCloser {
  (object: object, later?: (() => unknown)[]): boolean;
  /** The closed-object prototype for objects with this prototype; undefined where that is one itself. Nothing of the page's is called. */
  prototypeFor(prototype: object): object | undefined;
}

/** A member that is replaced on closed objects. */
interface ReplacedMember extends CalledMember {
  /** What it is declared under: its name, or `name=` for the setter. */
  declaredAs: string;
  memberPart: 'value' | 'get' | 'set';
}

/**
 * A closed object gets a prototype that stands before the engine's and holds the replaced members: one step whatever
 * their number, and nothing of it on a live object. It is made at the first object of a prototype. What the page or a
 * library has laid over a member, by a subclass or on the engine's prototype, before or after that, goes on running.
 */
export function createObjectCloser(realm: PatchedRealm, members: Members, isSuppressed: IsSuppressed): ObjectCloser {
  const made = weakMap<object>();
  const keptValues = weakMap<Record<string, unknown>>();
  const kept: string[] = [];
  const behind: Members = bare({});
  each(keys(members), (name) => typeof members[name] === 'object' && add(kept, name));

  /** What a replaced member does; `next` is the engine's. */
  const answer = (next: Method, self: object, args: Arguments, replaced: ReplacedMember): unknown => {
    const member = members[replaced.declaredAs]!;
    // A page may take a method from a closed object and call it on one that lives: there the engine answers.
    const isOurs = !isBeingClosed(self) && isClosed(self) === isSuppressed;
    if (isOurs && typeof member === 'function') return member(next, self, args, replaced);
    const noted = isOurs ? (typeof member === 'object' ? keptValues.get(self)![replaced.memberName] : member) : undefined;
    // Nothing was noted, as the engine had no such value when it was closed: it goes on answering.
    if (noted === undefined) return apply(next, self, args);
    const value = typeof noted === 'function' ? (noted as () => unknown)() : noted;
    // A list is handed out as a copy, as engines do: a page may change what it got.
    if (!isArray(value)) return value;
    const copy: unknown[] = [];
    each(value, (item) => add(copy, item));
    return copy;
  };

  /** Replaces the engine's member behind what a subclass or the like has laid over it, which may ask for it by `super`. */
  const replaceCovered = (prototype: object, replaced: ReplacedMember): void => {
    const { declaredAs: key, memberName: name, memberPart: part } = replaced;
    let isCovered = false;
    for (let owner = prototype as object | null; owner && !behind[key]; owner = getPrototypeOf(owner) as object | null) {
      const own = ownDescriptor(owner, name);
      if (!own) continue;
      if (!isEngineMade(own[part] as Method, name)) isCovered = true;
      else if (!isCovered) return;
      else {
        behind[key] = true;
        realm.wrap(owner, name, part, (next, self, args) => answer(next, self, args, replaced));
      }
    }
  };

  /** Replaces a member on `owner`, if `owner` has or inherits it; on a closed-object prototype, what the page has laid over the engine's member is called first. */
  const replaceMember = (owner: object, key: string, onClosedPrototype?: boolean): void => {
    const name = parts(key, '=')[0]!;
    const member = descriptorOf(owner, name);
    if (!member) return;
    const part = name !== key ? 'set' : member.get ? 'get' : 'value';
    const replaced: ReplacedMember = { declaredAs: key, memberName: name, memberPart: part, memberRealm: realm };
    const native = member[part] as Method;
    const behave = (self: object, args: Arguments) => {
      const next = ((onClosedPrototype && partOf(getPrototypeOf(owner) as object, name, part)) || native) as Method;
      return (onClosedPrototype && !isEngineMade(next, name) ? apply : answer)(next, self, args, replaced);
    };
    if (typeof native === 'function') {
      if (onClosedPrototype) attempt(() => replaceCovered(getPrototypeOf(owner) as object, replaced));
      member[part] = forwardingFunction(native, behave);
    } else if (oldEngines) {
      delete member.value;
      delete member.writable;
      member.get = forwardingFunction(behave as Method, behave) as () => unknown;
    }
    member.configurable = true;
    define(owner, name, member);
  };

  const prototypeFor = (prototype: object): object | undefined => {
    let closedPrototype = made.get(prototype);
    if (!closedPrototype && !closedPrototypes.get(prototype)) {
      closedPrototype = create(prototype) as object;
      closedPrototypes.set(closedPrototype, isSuppressed);
      made.set(prototype, closedPrototype);
      each(keys(members), (key) => replaceMember(closedPrototype!, key, true));
    }
    return closedPrototype;
  };

  const closeObject: ObjectCloser = (object, later) => {
    const closedPrototype = prototypeFor(getPrototypeOf(object) as object);
    if (!closedPrototype) return false;
    if (kept.length) {
      const memory: Record<string, unknown> = bare({});
      // What the object goes on reading.
      each(kept, (name) => (memory[name] = (members[name] as Keeps).recall(object as Record<string, unknown>, name, memory, realm)));
      keptValues.set(object, memory);
      // Chromium still ends a pending `replaceTrack()` after close(): a sender goes on reading its track from the engine, unless the engine forgets it.
      if (later && 'track' in memory) add(later, () => memory.track === ask(object, 'track') && (memory.track = undefined));
    }
    setPrototypeOf(object, closedPrototype);
    if (later && getOwnPropertyNames(object).length) {
      add(later, () =>
        each(keys(members), (key) => {
          const own = ownDescriptor(object, key);
          // webrtc-adapter's, and the attributes in Chromium below 43.
          if (own && (isFromAdapter(own.value) || (oldEngines && membersOnInstances(realm) && !own.get && typeof own.value !== 'function'))) replaceMember(object, key);
        }),
      );
    }
    return true;
  };
  closeObject.prototypeFor = prototypeFor;
  return closeObject;
}
