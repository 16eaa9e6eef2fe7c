import type { Page } from '../conformance/realm';

/** Whether the engine has what `class extends` stands on. */
export const hasSubclasses = (page: Page): boolean => !!page.Reflect && !!page.RTCPeerConnection;

/** Puts a subclass of the connection in the constructor's place, as `class extends` makes one, in a form that ECMAScript 5 can write. Returns its prototype. */
export function subclass(page: Page): object {
  const base = page.RTCPeerConnection as { prototype: object };
  const made = function (...args: unknown[]): unknown {
    return Reflect.construct(base as unknown as Function, args, made);
  };
  Object.setPrototypeOf(made, base);
  made.prototype = Object.create(base.prototype, { constructor: { value: made, configurable: true, writable: true } });
  page.RTCPeerConnection = made;
  return made.prototype as object;
}
