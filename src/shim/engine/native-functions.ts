import { type Method, apply, attempt, contains, each, getOwnPropertyNames, getPrototypeOf, ownDescriptor, partOf, weakMap } from './intrinsics';

const { toString } = Function.prototype;

/** Whether something is a function with such a part in its text. */
const says = (method: unknown, part: string): boolean => typeof method === 'function' && contains(apply(toString as Method, method, []), part);

/** What is known of functions: the engine's and an engine shim's, and the shim's own with what is beneath them, to which they pass calls on. */
export const standIns = weakMap<true | (() => Method)>();

/**
 * Whether a member's function is the engine's, and nothing that the page or a library has laid over it. A Proxy's text is
 * native, too, but lacks the name; so do the accessors of Chromium up to 70, which have none.
 */
export function isEngineMade(method: Method, name: string): boolean {
  const known = standIns.get(method);
  if (known) return known === true || isEngineMade(known(), name);
  const isMade = says(method, '[native code]') && (says(method, name + '() {') || !method.name);
  if (isMade) standIns.set(method, true);
  return isMade;
}

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

/** Whether webrtc-adapter has put it there: a `send()` of a channel's own up to 8, and one in old Chromium and Firefox since. */
export const isAdapters = (method: unknown): boolean => says(method, 'maxMessageSize');

/** webrtc-adapter is a layer of the engine's: what it has put on the connection's prototype before the shim came is sealed as the engine's is. */
export function noteAdapter(prototype: object): void {
  const call = partOf(prototype, 'setRemoteDescription', 'value');
  // The second is in front of the first in Chromium below 71.
  if (!isAdapters(call) && !says(call, 'extmap-allow')) return;
  each(getOwnPropertyNames(prototype), (name) =>
    each(['value', 'get'] as const, (part) =>
      // Throws where there is none.
      attempt(() => standIns.set(partOf(prototype, name, part) as Method, true)),
    ),
  );
}
