/** What every object has: nothing of WebRTC. */
const common = ['Object', 'EventTarget'];

/**
 * The names of the members of an object and of its prototypes, without those that every object or every event target has. A name that stands on several of
 * them comes where the last one has it, the engine's: a prototype that the shim puts before it does not change the order in which members are called.
 */
export function ownNames(object: object): string[] {
  let names: string[] = [];
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const { constructor } = at as { constructor?: { name?: string } };
    if (Object.prototype.hasOwnProperty.call(at, 'constructor') && constructor && common.indexOf(constructor.name!) >= 0) break;
    const own = Object.getOwnPropertyNames(at).filter((name) => name !== 'constructor');
    names = names.filter((name) => own.indexOf(name) < 0).concat(own);
  }
  return names;
}
