import { type Method, apply, contains, weakMap } from './intrinsics';

const { toString } = Function.prototype;

/** Whether something is a function with such a part in its text. */
export const says = (method: unknown, part: string): boolean => typeof method === 'function' && contains(apply(toString as Method, method, []), part);

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
