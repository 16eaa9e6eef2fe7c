import { oldEngines } from '../build-flags';

/**
 * The built-ins the shim works with, taken before the page can patch or delete them.
 * Code that runs after install uses these and never a method looked up on a prototype.
 */
/** Any function. */
export type Method = (...args: never[]) => unknown;
/** What a function was called with. */
export type Arguments = ArrayLike<unknown>;

export const { create, defineProperties, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, keys, setPrototypeOf } = Object;

const { apply: functionApply, call: functionCall } = Function.prototype;

type Apply = (method: Method, self: unknown, args: Arguments) => unknown;

/** `Reflect.apply`; in engines without it (Chromium below 49, Gecko below 42) what does the same. */
export const apply: Apply =
  oldEngines && typeof Reflect === 'undefined' ? (functionCall.bind(functionApply as never) as unknown as Apply) : (Reflect.apply as Apply);

/** A weak map's two methods in use. */
export interface Weak<Value> {
  get(key: object): Value | undefined;
  set(key: object, value: Value): unknown;
}

/** A weak map that carries its methods as own members, out of reach of a patched `WeakMap.prototype`. */
export function weakMap<Value>(): Weak<Value> {
  const map = new WeakMap<object, Value>();
  const { get, set } = map;
  map.get = get;
  map.set = set;
  return map;
}

/** The descriptor of a member, on the object or on what it inherits from. */
export function descriptorOf(object: object | null, name: string): PropertyDescriptor | undefined {
  return object ? getOwnPropertyDescriptor(object, name) || descriptorOf(getPrototypeOf(object) as object | null, name) : undefined;
}

/** Visits what is in a list: not by an iterator, nor by a method that the page may have patched. */
export function each<Item>(list: ArrayLike<Item>, visit: (item: Item, index: number) => unknown): void {
  for (let i = 0; i < list.length; i++) visit(list[i]!, i);
}

/** Adds to a list, for the same reason. */
export function add<Item>(list: Item[], item: Item): void {
  list[list.length] = item;
}

/** What `run` returns; undefined where it throws. */
export function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What a member of an object gives: its value, or what it returns. */
export function ask(object: object, name: string): unknown {
  const member = (object as Record<string, unknown>)[name];
  return typeof member === 'function' ? apply(member as Method, object, []) : member;
}
