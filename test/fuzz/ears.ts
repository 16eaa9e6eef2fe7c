import { lookAt } from './close-actor';
import type { Act, Command } from './program';
import type { Stage } from './stage';
import type { Thing } from './model-types';

/** A listener of a program, and how it was added last. */
interface Ear {
  callback: (event: Event) => void;
  controller?: AbortController;
  added?: { target: EventTarget; thing: Thing; type: string; capture: boolean; handler: boolean };
}

// A listener that dispatches, or closes, may be called from its own acts.
const DEEPEST = 3;
const MOST_ACTS = 40;

/** The listeners of a program: real ones, and the model's list of them. */
export class Ears {
  private readonly ears = new Map<string, Ear>();
  private depth = 0;
  private acts = 0;

  constructor(
    private readonly stage: Stage,
    private readonly perform: (act: Act, event: Event) => void,
  ) {}

  listen({ slot, to, type, form, again, then }: Command & { do: 'listen' }): void {
    const { stage } = this;
    const target = stage.target(to);
    if (!target) return;
    const thing = stage.thing(to, target);
    const reused = again ? this.ears.get(slot) : undefined;
    const ear = reused ?? { callback: this.make(then, form.via === 'listener' && form.object) };
    this.ears.set(slot, ear);
    if (form.via === 'handler') {
      const name = `on${type}`;
      // Else it would be an object as any other.
      if (!(name in target) || typeof ear.callback !== 'function') return;
      stage.model.listening(thing, type);
      thing.listeners.setHandler(type, ear.callback);
      (target as unknown as Record<string, unknown>)[name] = ear.callback;
      ear.added = { target, thing, type, capture: false, handler: true };
      return;
    }
    const { capture = false, once = false, passive, signal } = form;
    if (signal) ear.controller ??= new stage.page.AbortController() as AbortController;
    if (signal && ear.controller!.signal.aborted) return;
    stage.model.listening(thing, type);
    const registration = thing.listeners.add(type, ear.callback, { capture, once });
    if (signal && registration) ear.controller!.signal.addEventListener('abort', () => thing.listeners.drop(registration));
    target.addEventListener(type, ear.callback, capture && !once && !passive && !signal ? true : { capture, once, passive, ...(signal && { signal: ear.controller!.signal }) } as AddEventListenerOptions);
    ear.added = { target, thing, type, capture, handler: false };
  }

  unlisten(slot: string): void {
    const { added, callback } = this.ears.get(slot) ?? {};
    if (!added) return;
    const { target, thing, type, capture, handler } = added;
    if (handler) {
      (target as unknown as Record<string, unknown>)[`on${type}`] = null;
      thing.listeners.setHandler(type, null);
    } else {
      target.removeEventListener(type, callback!, capture);
      thing.listeners.remove(type, callback!, capture);
    }
  }

  abort(slot: string): void {
    this.ears.get(slot)?.controller?.abort();
  }

  dispatch({ to, type }: Command & { do: 'dispatch' }): void {
    const { stage } = this;
    const target = stage.target(to);
    if (!target || this.depth >= DEEPEST) return;
    const event = new stage.page.Event(type) as Event;
    const done = stage.model.dispatching(stage.thing(to, target), event, type);
    target.dispatchEvent(event);
    done();
  }

  /** A function of the program's realm, whose errors are that realm's. */
  private make(then: Act[], object?: boolean): Ear['callback'] {
    const { page } = this.stage;
    const source = object ? 'return { handleEvent: function (event) { hear(event); } };' : 'return function (event) { hear(event); };';
    const callback = page.Function('hear', source)((event: Event) => this.hear(event, callback, then)) as Ear['callback'];
    return callback;
  }

  private hear(event: Event, callback: Ear['callback'], then: Act[]): void {
    const { stage } = this;
    const target = event.currentTarget!;
    const thing = stage.things.get(target);
    if (!thing) return;
    const actor = [...stage.actors.values()].find(({ owner }) => owner === thing.owner)!;
    const { channel } = event as RTCDataChannelEvent;
    if (event.type === 'datachannel' && channel) stage.receive(actor, channel);
    stage.model.hear(thing, event, callback);
    if (thing.isClosed) lookAt(stage, actor, true);
    if (thing.kind === 'received' && event.type === 'ended' && event.isTrusted && (target as MediaStreamTrack).readyState !== 'ended') {
      stage.model.violate('received-tracks-end', `${thing.name} reads "${(target as MediaStreamTrack).readyState}" in its ended event`);
    }
    let stopped = false;
    this.depth++;
    try {
      for (const act of then) {
        if (this.depth > DEEPEST || this.acts++ >= MOST_ACTS) break;
        stopped ||= act.do === 'stop-event';
        this.perform(act, event);
      }
    } finally {
      this.depth--;
      stage.model.returned(event, stopped);
    }
  }
}
