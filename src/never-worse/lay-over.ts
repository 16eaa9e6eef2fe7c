import { ownNames } from './own-names';

/** How often the page's own code ran, by member. */
export type Runs = Record<string, number>;

/** The descriptor that an object has or inherits. */
function descriptorOf(object: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Lays code of the page over every member of an object or a prototype: it counts that it ran, and goes on to what was there.
 * `where` is what gets the code; by default the object itself.
 */
export function layOver(object: object, where: object = object, names: string[] = ownNames(object)): Runs {
  const runs: Runs = {};
  names.forEach((name) => {
    const { value, get, set } = descriptorOf(object, name) || {};
    const isMethod = typeof value === 'function';
    if (!get && !isMethod) return;
    const ran = () => (runs[name] = runs[name]! + 1);
    const common = { configurable: true, enumerable: true };
    try {
      if (isMethod) {
        const method = value as (...args: unknown[]) => unknown;
        const own = function (this: unknown) {
          ran();
          return method.apply(this, arguments as unknown as unknown[]);
        };
        Object.defineProperty(where, name, { ...common, writable: true, value: own });
      } else {
        const own = function (this: unknown): unknown {
          ran();
          return get!.call(this);
        };
        Object.defineProperty(where, name, { ...common, get: own, set });
      }
      runs[name] = 0;
    } catch {
      // Chromium 39 and 45: not configurable.
    }
  });
  return runs;
}

/** Reads every member, and calls those that are functions without an argument. */
export function touch(object: object, names: string[]): void {
  names.forEach((name) => {
    try {
      const member = (object as Record<string, unknown>)[name];
      const result = typeof member === 'function' && !/^on/.test(name) ? (member as () => unknown).call(object) : undefined;
      // A rejection is its outcome, and no error of the page.
      if (result && typeof (result as Promise<unknown>).then === 'function') (result as Promise<unknown>).then(undefined, () => undefined);
    } catch {
      // That the page's code ran is all that is asked here.
    }
  });
}
