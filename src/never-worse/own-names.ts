/** What every object has: nothing of WebRTC. */
const common = ['Object', 'EventTarget'];

/** The names of the members of an object and of its prototypes, without those that every object or every event target has. */
export function ownNames(object: object): string[] {
  const names: string[] = [];
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const { constructor } = at as { constructor?: { name?: string } };
    if (Object.prototype.hasOwnProperty.call(at, 'constructor') && constructor && common.indexOf(constructor.name!) >= 0) break;
    Object.getOwnPropertyNames(at).forEach((name) => {
      if (name !== 'constructor' && names.indexOf(name) < 0) names.push(name);
    });
  }
  return names;
}
