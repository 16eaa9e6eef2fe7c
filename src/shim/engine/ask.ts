import { type Method, add, apply, bare, each, getPrototypeOf, ownDescriptor, weakMap } from './intrinsics';
import { isEngineMade } from './native-functions';

/** The engine's own functions that have been found, by the prototype of the objects that have them: to look for one takes longer than to call it. */
const found = weakMap<Record<string, Method | undefined>>();

/**
 * What a member of an object gives: its value, or what it returns; undefined where it throws. The engine's own part of it is asked, below
 * what the page has laid over it; without one, what is there.
 */
export function ask(object: object, name: string, args?: readonly unknown[]): unknown {
  try {
    const prototype = getPrototypeOf(object) as object;
    const members = found.get(prototype) || bare<Record<string, Method | undefined>>({});
    for (let owner: object | null = object; owner && !members[name]; owner = getPrototypeOf(owner) as object | null) {
      const own = ownDescriptor(owner, name);
      const member = own && ((own.get || own.value) as Method);
      if (typeof member === 'function' && isEngineMade(member, name)) {
        members[name] = member;
        found.set(prototype, members);
      }
    }
    const value = members[name] || (object as Record<string, unknown>)[name];
    return typeof value === 'function' ? apply(value as Method, object, args || []) : value;
  } catch {
    return undefined;
  }
}

/** What the objects give under one name, as often as they do; after what is there already. */
export const pick = (objects: ArrayLike<unknown>, member: string, found: object[]): object[] => {
  each(objects, (object) => {
    const value = ask(object as object, member) as object | undefined;
    if (value) add(found, value);
  });
  return found;
};

/** What a method of an object lists; nothing where it has none. */
export const list = (object: object, method: string): object[] => (ask(object, method) || []) as object[];
