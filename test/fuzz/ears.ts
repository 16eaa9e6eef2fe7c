import { lookAt } from './close-actor';
import type { Act, Command, Form } from './program';
import type { Stage } from './stage';
import type { Thing } from './model-types';
import type { Ear as Noted } from './never-worse/recorder';

/** A listener of a program, and how it was added last. */
interface Ear {
  callback: (event: Event) => void;
  controller?: AbortController;
  /** What it is known as where what it hears is compared, by where it listens. */
  noted: { target: EventTarget; type: string; as: Noted }[];
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
    const ear = reused ?? this.make(then, form.via === 'listener' && form.object);
    this.ears.set(slot, ear);
    if (form.via === 'handler') {
      const name = `on${type}`;
      // Else it would be an object as any other.
      if (!(name in target) || typeof ear.callback !== 'function') return;
      this.note(ear, thing, target, type, form);
      thing.listeners.setHandler(type, ear.callback);
      (target as unknown as Record<string, unknown>)[name] = ear.callback;
      ear.added = { target, thing, type, capture: false, handler: true };
      return;
    }
    if (form.via === 'taken' || form.via === 'when') {
      // Neither is known to the model: these are of programs that are compared with a native run.
      const { when } = target as { when?: (type: string) => { subscribe(next: Ear['callback']): void } };
      if (typeof ear.callback !== 'function' || (form.via === 'when' && !when)) return;
      this.note(ear, thing, target, type, form);
      if (form.via === 'when') when!.call(target, type).subscribe(ear.callback);
      else stage.page.EventTarget.prototype.addEventListener.call(target, type, ear.callback);
      return;
    }
    const { capture = false, once = false, passive, signal } = form;
    if (signal) ear.controller ??= new stage.page.AbortController() as AbortController;
    if (signal && ear.controller!.signal.aborted) return;
    this.note(ear, thing, target, type, form);
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
    if (stage.recorder) {
      stage.recorder.dispatching(event);
      target.dispatchEvent(event);
      return;
    }
    const done = stage.model.dispatching(stage.thing(to, target), event, type);
    target.dispatchEvent(event);
    done();
  }

  /** A listener is about to be added. */
  private note(ear: Ear, thing: Thing, target: EventTarget, type: string, form: Form): void {
    const { model, recorder } = this.stage;
    model.listening(thing, type);
    if (recorder) ear.noted.unshift({ target, type, as: recorder.listening(thing, type, form) });
  }

  /** A function of the program's realm, whose errors are that realm's. */
  private make(then: Act[], object?: boolean): Ear {
    const { page } = this.stage;
    const source = object ? 'return { handleEvent: function (event) { hear(event); } };' : 'return function (event) { hear(event); };';
    const callback = page.Function('hear', source)((event: Event) => this.hear(event, ear, then)) as Ear['callback'];
    const ear: Ear = { callback, noted: [] };
    return ear;
  }

  private hear(event: Event, { callback, noted }: Ear, then: Act[]): void {
    const { stage } = this;
    const target = event.currentTarget!;
    const thing = stage.things.get(target);
    if (!thing) return;
    const actor = [...stage.actors.values()].find(({ owner }) => owner === thing.owner)!;
    const { channel } = event as RTCDataChannelEvent;
    if (event.type === 'datachannel' && channel) stage.receive(actor, channel);
    if (stage.recorder) {
      const known = noted.find((each) => each.target === target && each.type === event.type);
      if (known) stage.recorder.hear(known.as, event, target);
      if (then.length) stage.recorder.act(then);
    } else stage.model.hear(thing, event, callback);
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
