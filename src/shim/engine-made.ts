import { type Method, apply, attempt, contains, descriptorOf, each, getOwnPropertyNames, getPrototypeOf, ownDescriptor, partOf, weakMap } from './natives';

const { toString } = Function.prototype;

const textOf = (method: Method) => apply(toString as Method, method, []) as string;

/** What is known of functions: the engine's and an engine shim's, and the shim's own with what is beneath them. */
const standIns = weakMap<true | (() => Method)>();

/** Notes one of the shim's own functions; `beneath` is what it passes calls on to. */
export const noteOwn = (method: Method, beneath: () => Method): unknown => standIns.set(method, beneath);

/**
 * Whether a member's function is the engine's, and nothing that the page or a library has laid over it. A Proxy's text is
 * native, too, but lacks the name; so do the accessors of Chromium up to 70, which have none.
 */
export function isEngineMade(method: Method, name: string): boolean {
  const known = standIns.get(method);
  if (known) return known === true || isEngineMade(known(), name);
  const text = textOf(method);
  const isMade = contains(text, '[native code]') && (contains(text, name + '() {') || !method.name);
  if (isMade) standIns.set(method, true);
  return isMade;
}

/** The engine's own part of a member, below what is laid over it; without one, what is there. */
function memberOf(object: object, name: string): unknown {
  for (let owner: object | null = object; owner; owner = getPrototypeOf(owner) as object | null) {
    const own = ownDescriptor(owner, name);
    const member = own && ((own.get || own.value) as unknown);
    if (typeof member === 'function' && isEngineMade(member as Method, name)) return member;
  }
  return (object as Record<string, unknown>)[name];
}

/** What a member of an object gives: its value, or what it returns; undefined where it throws. What the page has laid over it is not asked. */
export function ask(object: object, name: string): unknown {
  try {
    const member = memberOf(object, name);
    return typeof member === 'function' ? apply(member as Method, object, []) : member;
  } catch {
    return undefined;
  }
}

/** Whether webrtc-adapter has put it there: a `send()` of a channel's own up to 8, and one in old Chromium and Firefox since. */
export const isAdapters = (method: unknown): boolean => typeof method === 'function' && contains(textOf(method as Method), 'maxMessageSize');

/** webrtc-adapter is a layer of the engine's: what it has put on the connection's prototype before the shim came is sealed as the engine's is. */
export function noteAdapter(prototype: object): void {
  const call = partOf(prototype, 'setRemoteDescription', 'value');
  // The second is in front of the first in Chromium below 71.
  if (!isAdapters(call) && !(typeof call === 'function' && contains(textOf(call as Method), 'extmap-allow'))) return;
  each(getOwnPropertyNames(prototype), (name) =>
    attempt(() => {
      const { value, get } = descriptorOf(prototype, name)!;
      each([value, get], (method) => typeof method === 'function' && standIns.set(method, true));
    }),
  );
}
