import type { Behaviour } from './behaviour';
import type { Events } from './events';
import type { Interfaces } from './interfaces';
import type { VirtualClock } from './virtual-clock';

/** What all parts of one replayed realm share. */
export interface RealmParts {
  behaviour: Behaviour;
  clock: VirtualClock;
  events: Events;
  interfaces: Interfaces;
}

/** An error by its name. */
export function errorNamed(name: string): Error {
  if (name === 'TypeError') return new TypeError('replayed');
  return name === 'Error' ? new Error('replayed') : new DOMException('replayed', name);
}

/** Does what is told as `throws Name`, `rejects Name`, `never settles` or `returns`. */
export function actOut(told: string): unknown {
  const [verb, name = ''] = told.split(' ');
  if (verb === 'throws') throw errorNamed(name);
  if (verb === 'rejects') return Promise.reject(errorNamed(name));
  return verb === 'never' ? new Promise(() => undefined) : undefined;
}

/** Does a call, or what the engine does about it instead on a closed connection and on what belongs to one. */
export const refused = (behaviour: Behaviour, { closed }: { closed: boolean }, call: string, how: 'throws' | 'rejects', go: () => unknown): unknown =>
  closed ? actOut(behaviour.calls[call] ?? `${how} ${behaviour.refusal}`) : go();
