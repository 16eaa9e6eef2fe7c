import { oldEngines } from '../../build-flags';

/**
 * The built-ins the shim works with, taken before the page can patch or delete them.
 * Code that runs after install uses these and never a method looked up on a prototype.
 */
/** Any function. */
export type Method = (...args: never[]) => unknown;
/** What a function was called with. */
export type Arguments = ArrayLike<unknown>;

export const { create, getOwnPropertyNames, getPrototypeOf, keys, setPrototypeOf } = Object;

const { defineProperty, getOwnPropertyDescriptor } = Object;

const functions = Function.prototype;

type Apply = (method: Method, self: unknown, args: Arguments) => unknown;

/** `Reflect.apply`; in engines without it (Chromium below 49, Gecko below 42) what does the same. */
export const apply: Apply =
  oldEngines && typeof Reflect === 'undefined' ? (functions.call.bind(functions.apply as never) as unknown as Apply) : (Reflect.apply as Apply);

/** An object or a list that inherits nothing, whatever the page has put on `Object.prototype` and `Array.prototype`. */
export const bare = <T extends object>(object: T): T => setPrototypeOf(object, null) as T;

/** Defines a member. */
export const define = (object: object, name: string, descriptor: PropertyDescriptor): object => defineProperty(object, name, bare(descriptor));

/** The descriptor of an object's own member. */
export function ownDescriptor(object: object, name: string): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(object, name);
  return descriptor && bare(descriptor);
}

/** The descriptor of a member, on the object or on what it inherits from. */
export function descriptorOf(object: object | null | undefined, name: string): PropertyDescriptor | undefined {
  return object ? ownDescriptor(object, name) || descriptorOf(getPrototypeOf(object) as object | null, name) : undefined;
}

/** A member's value, getter or setter; undefined without such a member. */
export function partOf(object: object | null | undefined, name: string, part: 'value' | 'get' | 'set'): unknown {
  const member = descriptorOf(object, name);
  return member && member[part];
}

/** A weak map's two methods in use. */
export interface Weak<Value> {
  get(key: object): Value | undefined;
  set(key: object, value: Value): unknown;
}

const Map = WeakMap;
const weak = WeakMap.prototype;
const methods = bare({ get: weak.get, set: weak.set });

/** A weak map out of reach of a patched, frozen or deleted `WeakMap`: its methods are of its own. */
export const weakMap = <Value>(): Weak<Value> => setPrototypeOf(new Map(), methods) as Weak<Value>;

/** Visits what is in a list: not by an iterator, nor by a method that the page may have patched. */
export function each<Item>(list: ArrayLike<Item>, visit: (item: Item, index: number) => unknown): void {
  for (let i = 0; i < list.length; i++) visit(list[i]!, i);
}

/** Adds to a list, past setters that the page may have put on `Array.prototype`. */
export function add<Item>(list: Item[], item: Item): void {
  define(list, list.length as never, { value: item, writable: true, enumerable: true, configurable: true });
}

const { split } = String.prototype;

/** The parts of a text between marks; of none, an empty one. */
export const parts = (text: unknown, mark: string): string[] => apply(split as Method, text || '', [mark]) as string[];

/** Whether a part occurs in a text. */
export const contains = (text: unknown, part: string): boolean => parts(text, part).length > 1;

export { attempt } from '../../arguments/attempt';
