import { ofAllLoads } from './of-all-loads';

const stopped = ofAllLoads('stopped events', () => new WeakSet<object>());

/** The event class from which those of all replayed realms derive, as events of all frames of a page have the same slots. */
export class ReplayedEvent {
  readonly type: string;
  target: object | null = null;
  readonly [Symbol.toStringTag] = 'Event';

  constructor(type: string) {
    this.type = type;
  }

  stopImmediatePropagation(): void {
    stopped.add(this);
  }
}

/** Whether no further listener may hear an event. */
export const isStopped = (event: object): boolean => stopped.has(event);

// The shim takes `stopImmediatePropagation` from the realm it is loaded in.
Object.assign(globalThis, { Event: ReplayedEvent });
