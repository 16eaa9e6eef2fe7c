import type { Page } from '../../src/conformance/realm';

/** Counts the calls of a method, or the readings of an attribute, of an interface from here on. */
export function counted(page: Page, name: string, member: string): () => number {
  let calls = 0;
  const { prototype } = page[name] as { prototype: object };
  const descriptor = Object.getOwnPropertyDescriptor(prototype, member)!;
  const part = descriptor.get ? 'get' : 'value';
  const native = descriptor[part] as (...args: unknown[]) => unknown;
  descriptor[part] = function (this: unknown, ...args: unknown[]) {
    calls++;
    return native.apply(this, args);
  };
  Object.defineProperty(prototype, member, descriptor);
  return () => calls;
}
