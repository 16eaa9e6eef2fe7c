/** An interface object, as far as the shim reads it. */
export interface Interface {
  prototype: object;
}

/** A window's global object, as far as the shim reads it. */
export interface Global {
  [name: string]: unknown;
  Object: ObjectConstructor;
  Promise: PromiseConstructor;
  Event: typeof Event;
  EventTarget?: Interface;
  DOMException: typeof DOMException;
  MessageChannel?: typeof MessageChannel;
  MessagePort?: Interface;
  MediaStream?: typeof MediaStream;
  RTCDataChannelEvent?: Interface;
  RTCError?: typeof RTCError;
  RTCErrorEvent?: typeof RTCErrorEvent;
  setTimeout: typeof setTimeout;
  navigator?: Navigator;
}
