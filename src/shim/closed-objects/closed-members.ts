import { ask, list, pick } from '../engine/ask';
import { type Arguments, type Method, apply, contains, each } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';

/** The member of a closed object that is called. */
export interface CalledMember {
  memberName: string;
  memberRealm: Realm;
}

/** What a member of a closed object does when it is called, read or (`name=`) set; `next` is the engine's. */
export type Behaviour = (next: Method, self: object, args: Arguments, called: CalledMember) => unknown;

/** Goes on reading what it read, or returned, before `close()`. */
export interface Keeps {
  /** What that is, or a function that says it when it is read; `memory` has what comes before it in the list. Undefined: the engine goes on saying it. */
  recall(object: Record<string, unknown>, name: string, memory: Record<string, unknown>, realm: Realm): unknown;
}

/** What becomes of a member when its object is closed; a string or a boolean is what it reads from then on. */
export type ClosedMember = string | boolean | Behaviour | Keeps;

/** What becomes of the members of one interface; `name=` is the setter of `name`. Those the engine lacks are passed over. */
export type Members = Record<string, ClosedMember>;

export const keeps: Keeps = { recall: (object, name) => ask(object, name) };

/**
 * The same for the legacy stream getters. Firefox warns in the console when they are called: until the page has heard that, it is not for the
 * shim to call them, and who first asks after `close()` gets one new stream with the tracks that were sent, or received.
 */
export const keepsStreams: Keeps = {
  recall(connection, name, _memory, realm) {
    if (!realm.warnsOfStreams) return ask(connection, name);
    const isLocal = name === 'getLocalStreams';
    const tracks: object[] = [];
    each(list(connection, 'getTransceivers'), (transceiver) => {
      if (isLocal || contains(ask(transceiver, 'currentDirection'), 'recv')) pick(pick([transceiver], isLocal ? 'sender' : 'receiver', []), 'track', tracks);
    });
    let streams: unknown[] | undefined;
    return () => streams || (streams = tracks.length ? [new realm.OwnStream!(tracks as MediaStreamTrack[])] : []);
  },
};

/** Returns an empty list. */
export const empties: Behaviour = () => [];

/** Does nothing. */
export const ignores: Behaviour = () => undefined;

/** Throws InvalidStateError; the engine's TypeError where arguments are missing comes before that. */
export const refuses: Behaviour = (next, self, args, { memberName, memberRealm: realm }) => {
  if (args.length < next.length) return apply(next, self, args);
  throw realm.refusal(memberName);
};

/** Rejects with InvalidStateError; a failure callback (the second function handed in) gets it instead. */
export const rejects: Behaviour = (_next, _self, args, { memberName, memberRealm: realm }) => {
  const { OwnPromise: Promise } = realm;
  const error = realm.refusal(memberName);
  let functions = 0;
  let failed: Method | undefined;
  each(args, (arg) => {
    if (typeof arg === 'function' && functions++) failed = arg as Method;
  });
  if (!failed) return Promise.reject(error);
  realm.task(() => apply(failed!, undefined, [error]));
  return Promise && Promise.resolve();
};
