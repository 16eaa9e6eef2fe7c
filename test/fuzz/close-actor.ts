import { nameOf } from '../../src/conformance/realm';
import type { Owner } from './model-types';
import { readClosed, readKept, readStates } from './read-closed';
import type { Actor, Stage } from './stage';

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number for an object, always the same. */
export const identify = (object: object): number => {
  if (!numbers.has(object)) numbers.set(object, ++last);
  return numbers.get(object)!;
};

/** Calls `close()` and looks at what is left; `blind`: without having read before what is to be kept. */
export function closeActor(stage: Stage, actor: Actor, blind = false): void {
  const { model } = stage;
  const { pc, owner, local } = actor;
  if (stage.recorder) return stage.recorder.close(actor, blind);
  if (owner.state !== 'live') return closeAgain(stage, actor);
  const things = stage.owned(actor);
  const objects = new Map([...stage.things].map(([object, thing]) => [thing, object as { readyState?: string }]));
  const sent = new Set(pc.getSenders().map(({ track }) => track));
  const before = local.map(({ readyState }) => readyState);
  const stops = model.installed?.stopTracks;
  if (model.installed && !blind) model.look(owner, readKept(actor, identify));
  model.closing(owner, things, (thing) => {
    const { readyState } = objects.get(thing)!;
    // Its `error` reads closed, and `close` is still to come.
    const isEnding = readyState === 'closing' || (readyState === 'closed' && !thing.fired);
    if (thing.kind === 'channel' && isEnding && owner.peer && owner.peer.state !== 'live') return undefined;
    return readyState !== 'closed' && readyState !== 'ended';
  });
  let outcome = 'returns undefined';
  try {
    const value: unknown = pc.close();
    if (value !== undefined) outcome = `returns ${String(value)}`;
  } catch (error) {
    outcome = `throws ${nameOf(error)}`;
  }
  model.closed(owner);
  // After all that was queued from inside: an event that comes before this is no later task.
  queueMicrotask(() => (owner.taskOver = true));
  if ((owner.state as Owner['state']) === 'native') return;
  if (outcome !== 'returns undefined') model.violate('close-twice-is-quiet', `close() ${outcome}`);
  local.forEach((track, i) => {
    const wanted = stops && sent.has(track) ? 'ended' : before[i];
    if (track.readyState !== wanted) model.violate('senders-are-stopped', `a local track of ${owner.name} reads "${track.readyState}"`);
  });
  lookAt(stage, actor);
}

/** Looks at a connection that was closed with the shim; `brief`: at its states alone. */
export function lookAt(stage: Stage, actor: Actor, brief = false): void {
  const { owner } = actor;
  if (owner.state !== 'served' || stage.recorder) return;
  stage.model.look(owner, brief ? readStates(actor, stage) : readClosed(actor, stage, identify));
}

/** That live objects are the engine's own, by their prototypes. */
export function lookAtLive(stage: Stage): void {
  for (const { pc, owner } of stage.actors.values()) {
    if (owner.state !== 'live') continue;
    const { prototype } = stage.page.RTCPeerConnection;
    if (Object.getPrototypeOf(pc) !== prototype || pc.signalingState === 'closed') stage.model.violate('live', `${owner.name} is not closed and not the engine's`);
  }
}

function closeAgain({ model }: Stage, { pc, owner }: Actor): void {
  try {
    const value: unknown = pc.close();
    if (value === undefined) return;
    model.violate('close-twice-is-quiet', `the second close() of ${owner.name} returns ${String(value)}`);
  } catch (error) {
    model.violate('close-twice-is-quiet', `the second close() of ${owner.name} throws ${nameOf(error)}`);
  }
}
