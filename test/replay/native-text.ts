import { ofAllLoads } from './of-all-loads';

// The shim tells the engine's own functions by their text, and takes `toString` when it is loaded.
const names = ofAllLoads('names of functions', () => {
  const names = new WeakMap<object, string>();
  const { toString } = Function.prototype;
  Function.prototype.toString = function () {
    const name = names.get(this);
    return name === undefined ? toString.call(this) : `function ${name}() { [native code] }`;
  };
  return names;
});

/** Has the functions of these members read as an engine's do. */
export function asNative<Members extends PropertyDescriptorMap>(members: Members): Members {
  for (const [name, { value, get, set }] of Object.entries(members)) {
    for (const method of [value, get, set] as unknown[]) if (typeof method === 'function') names.set(method, name);
  }
  return members;
}
