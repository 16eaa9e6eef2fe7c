import { type Arguments, type Method, apply, ask, each } from './natives';
import type { Realm } from './realm';

/** What a member of a closed object does when it is called, read or (`name=`) set. */
export type Behaviour = (realm: Realm, name: string, args: Arguments, self: object) => unknown;

/** Goes on reading what it read, or returned, before `close()`. */
export interface Keeps {
  /** What that is, or a function that says it when it is read; `memory` has what comes before it in the list. */
  read(object: Record<string, unknown>, name: string, memory: Record<string, unknown>): unknown;
}

/** What becomes of a member when its object is closed; a string or a boolean is what it reads from then on. */
export type Fate = string | boolean | Behaviour | Keeps;

export const keeps: Keeps = { read: ask };

/** The same for the legacy stream getters, slow in Firefox: without transceivers there is no stream, unless one is on its way out. */
export const keepsStreams: Keeps = {
  read(connection, name, memory) {
    const transceivers = memory.currentRemoteDescription === null && (ask(connection, 'getTransceivers') as unknown[] | undefined);
    return transceivers && !transceivers.length ? [] : ask(connection, name);
  },
};

/** Returns an empty list. */
export const empties: Behaviour = () => [];

/** Does nothing. */
export const ignores: Behaviour = () => undefined;

/** Throws InvalidStateError. */
export const refuses: Behaviour = (realm, name) => {
  throw realm.refusal(name);
};

/** Rejects with InvalidStateError; a failure callback (the second function handed in) gets it instead. */
export const rejects: Behaviour = (realm, name, args) => {
  const { Promise } = realm;
  const error = realm.refusal(name);
  let functions = 0;
  let failed: Method | undefined;
  each(args, (arg) => {
    if (typeof arg === 'function' && functions++) failed = arg as Method;
  });
  if (!failed) return Promise.reject(error);
  realm.task(() => apply(failed!, undefined, [error]));
  return Promise && Promise.resolve();
};
