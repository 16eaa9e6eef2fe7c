import { type Method, add, apply, each, getPrototypeOf, ownDescriptor } from './intrinsics';
import { isEngineMade } from './native-functions';

/**
 * What a member of an object gives: its value, or what it returns; undefined where it throws. The engine's own part of it is asked, below
 * what the page has laid over it; without one, what is there.
 */
export function ask(object: object, name: string): unknown {
  try {
    for (let owner: object | null = object; owner; owner = getPrototypeOf(owner) as object | null) {
      const own = ownDescriptor(owner, name);
      const member = own && ((own.get || own.value) as unknown);
      if (typeof member === 'function' && isEngineMade(member as Method, name)) return apply(member as Method, object, []);
    }
    const value = (object as Record<string, unknown>)[name];
    return typeof value === 'function' ? apply(value as Method, object, []) : value;
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
