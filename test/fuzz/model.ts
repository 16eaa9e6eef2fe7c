import type { ClauseId } from '../../src/contract/clauses';
import { Dispatch, Listeners } from './listeners';
import type { Owner, Reading, Seen, Thing, Violation } from './model-types';
import type { Engine } from './probe-engine';
import type { Choices, Place } from './program';

const silences: Record<Place['at'], ClauseId> = {
  connection: 'connection-fires-nothing',
  channel: 'channels-fire-nothing-else',
  sctp: 'sctp-transport-fires-nothing',
  dtls: 'transports-fire-nothing',
  ice: 'transports-fire-nothing',
  received: 'received-tracks-fire-nothing-else',
};

/** What a channel fires when the peer has closed, in this order. */
const peerEvents: readonly [type: string, promise: ClauseId][] = [
  ['closing', 'peer-close-channels-fire-closing'],
  ['error', 'peer-close-channels-fire-error'],
  ['close', 'peer-close-channels-fire-close-once'],
];

const ends = { channel: ['close', 'channels-fire-close-once'], received: ['ended', 'received-tracks-end'] } as const;

/** The contract as something that runs beside a program, is told what happens, and says what must not. */
export class Model {
  readonly violations: Violation[] = [];
  installed: Choices | undefined;
  private readonly things: Thing[] = [];
  private readonly dispatches = new Map<object, { thing: Thing; dispatch: Dispatch; byPage: boolean }>();
  private inside: { owner: Owner; served: boolean }[] = [];

  constructor(private readonly engine: Engine = { capturesFirst: true, deaf: {} }) {}

  connect(name: string): Owner {
    return { name, state: 'live', met: [], delivered: -1, taskOver: false, silent: false, kept: new Map(), underWay: new Map() };
  }

  /** Two connections are each other's peers. */
  pair(one: Owner, other: Owner): void {
    one.peer = other;
    other.peer = one;
  }

  own(owner: Owner, kind: Place['at'], name: string): Thing {
    const thing: Thing = { name, kind, owner, listeners: new Listeners(), guarded: new Map(), isClosed: false, fired: 0, closedAt: 0 };
    this.things.push(thing);
    return thing;
  }

  /** The page comes by a channel. */
  meet(channel: Thing): void {
    if (this.installed && channel.owner.state === 'live' && !channel.owner.met.includes(channel)) channel.owner.met.push(channel);
  }

  /** The page is about to add a listener. */
  listening(thing: Thing, type: string): void {
    if (!thing.guarded.has(type)) thing.guarded.set(type, this.installed !== undefined);
  }

  /** `close()` is called on a live connection; `due` says of a target whether it is still to end, undefined where that has begun on account of the peer. */
  closing(owner: Owner, things: Thing[], due: (thing: Thing) => boolean | undefined): void {
    this.inside.push({ owner, served: this.installed !== undefined });
    owner.state = 'closing';
    if (!this.installed) return;
    owner.silent = this.installed.channelClose === 'silent';
    for (const thing of things) {
      if (thing.kind === 'channel' && !owner.met.includes(thing)) continue;
      thing.isClosed = true;
      const expected = due(thing);
      thing.due = thing.kind === 'channel' && owner.silent && expected ? false : expected;
      thing.closedAt = thing.listeners.clock;
    }
  }

  /** `close()` has returned. */
  closed(owner: Owner): void {
    owner.state = this.inside.some((each) => each.owner === owner && each.served) ? 'served' : 'native';
    this.inside = this.inside.filter((each) => each.owner !== owner);
  }

  /** The page dispatches an event itself; returns what is to be called when that is done. */
  dispatching(thing: Thing, event: object, type: string): () => void {
    const { capturesFirst, deaf } = this.engine;
    const dispatch = new Dispatch(thing.listeners, type, { capturesFirst, skips: deaf[thing.kind] });
    this.dispatches.set(event, { thing, dispatch, byPage: true });
    return () => {
      if (dispatch.next()) this.violate('listeners', `${thing.name}: a listener does not hear the ${type} that the page dispatches`);
    };
  }

  /** A listener is called. */
  hear(thing: Thing, event: object & Seen, callback: object): void {
    let known = this.dispatches.get(event);
    if (!known) {
      this.judge(thing, event);
      known = { thing, dispatch: new Dispatch(thing.listeners, event.type, { capturesFirst: this.engine.capturesFirst }), byPage: false };
      this.dispatches.set(event, known);
    }
    const expected = known.dispatch.next();
    if (expected?.callback !== callback) this.violate('listeners', `${thing.name}: ${event.type} calls ${expected ? 'another listener than is next' : 'a listener that is not on the list'}`);
  }

  /** A listener has returned. */
  returned(event: object, stopped: boolean): void {
    const known = this.dispatches.get(event);
    if (!known) return;
    known.dispatch.stopped ||= stopped;
    known.dispatch.returned = known.thing.listeners.clock;
  }

  /** Called in a task in which no event is under way. */
  settle(): void {
    for (const { thing, dispatch, byPage } of this.dispatches.values()) {
      if (!byPage && dispatch.left().length) this.violate('listeners', `${thing.name}: ${dispatch.type} does not reach all of its listeners`);
    }
    this.dispatches.clear();
  }

  /** Compares what a closed connection reads. */
  look({ kept, underWay }: Owner, readings: Reading[]): void {
    for (const { promise, path, value, ...rest } of readings) {
      if (!('wanted' in rest) && !kept.has(path)) kept.set(path, value);
      const wanted = 'wanted' in rest ? rest.wanted : kept.get(path);
      if (value === wanted || (underWay.has(path) && value === underWay.get(path)) || /^throws /.test(String(wanted))) continue;
      this.violate(promise, `${path} reads ${brief(value)}, and not ${brief(wanted)}`);
    }
  }

  /** What is still to be heard. */
  owed(): Violation[] {
    return this.things.flatMap(({ name, kind, due, fired, listeners, closedAt }) => {
      const [type, promise] = ends[kind as keyof typeof ends] ?? [];
      if (!due || fired || !type || !listeners.active(type).some(({ since }) => since <= closedAt)) return [];
      return [{ promise: promise!, text: `${name} fires no ${type}` }];
    });
  }

  /** When all is over: what was owed has come. */
  end(): void {
    this.settle();
    for (const { promise, text } of this.owed()) this.violate(promise, text);
  }

  violate(promise: Violation['promise'], text: string): void {
    if (this.violations.length < 10) this.violations.push({ promise, text });
  }

  /** Whether a thing may fire an event that the page did not dispatch. */
  private judge(thing: Thing, { type, isTrusted }: Seen): void {
    const { kind, name, owner, isClosed } = thing;
    const source = isTrusted ? 'the engine' : 'the shim';
    const [end, promise] = ends[kind as keyof typeof ends] ?? [];
    // The shim's own listener can't hold back what comes to a listener from before it.
    const ignored = isTrusted && !thing.guarded.get(type);
    const served = this.inside.find((each) => each.served);
    if (served && !ignored) this.violate('nothing-fires-inside-close', `${name} fires ${type} inside close() of ${served.owner.name}`);
    if (!isClosed) {
      if (type === end) thing.fired++;
      if (kind === 'channel' && thing.fired > 1 && !ignored) this.violate('peer-close-channels-fire-close-once', `${name} fires ${type} ${thing.fired} times`);
      if (!isTrusted) this.judgePeerEvent(thing, type);
      return;
    }
    if (ignored) {
      // In Firefox it is the only one that is heard.
      if (type === end) thing.due = undefined;
      return;
    }
    if (type !== end) return this.violate(silences[kind], `${source} fires ${type} on ${name}`);
    if (++thing.fired > 1) this.violate(promise!, `${name} fires ${type} ${thing.fired} times`);
    else if (kind === 'channel' && thing.due === false) this.violate(promise!, `${name} fires ${type}, which is not due`);
    if (!owner.taskOver) this.violate(promise!, `${name} fires ${type} in the task of close()`);
    if (kind !== 'channel' || thing.due === undefined) return;
    const at = owner.met.indexOf(thing);
    if (at < owner.delivered) this.violate(promise!, `${name} fires close after ${owner.met[owner.delivered]!.name}, which was met later`);
    owner.delivered = at;
  }

  /** On a connection that lives, the shim fires what the peer's close brings, and nothing else. */
  private judgePeerEvent(thing: Thing, type: string): void {
    const { name, kind, owner, told = 0 } = thing;
    const at = peerEvents.findIndex(([known]) => known === type);
    const [, promise] = peerEvents[at] ?? [];
    if (kind !== 'channel' || !promise || !owner.peer || owner.peer.state === 'live') return this.violate('live', `the shim fires ${type} on ${name}, which it did not close`);
    if (at < told) this.violate(promise, `${name} fires ${type} again, or too late`);
    thing.told = at + 1;
  }
}

const brief = (value: unknown) => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text;
};
