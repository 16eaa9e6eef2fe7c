import { describe, describeError } from '../../../src/never-worse/describe';
import { facetsOf } from '../../../src/never-worse/facets-of';
import { type Runs, layOver, touch } from '../../../src/never-worse/lay-over';
import { readMembers } from '../../../src/never-worse/read-members';
import type { Fact, Heard, Recording } from '../../../src/never-worse/recording';
import { between } from '../../../src/never-worse/facts-of';
import type { Thing } from '../model-types';
import type { Act, Form } from '../program';
import type { Actor, Stage } from '../stage';
import type { Told } from './told';

/** By when a promise of an engine settles that settles at all, in milliseconds; a busy page may be late. */
const PATIENCE = 1500;

/** What the page dispatches itself: no clause is about that. */
const DISPATCHED = 'dispatched by the page';

/** A listener, as what it hears is compared. */
export interface Ear {
  thing: Thing;
  type: string;
  way: string;
  /** Whether it was added past the shim, or before it. */
  past: boolean;
}

/** What negotiating, connecting and the peer change. */
const volatile = /state|description|sctp|transport|direction|^(mid|id|muted|bufferedAmount|canTrickleIceCandidates|maxChannels|maxMessageSize|role|component)$/i;

interface Layer {
  actor: Actor;
  object: object;
  name: string;
  member: string;
  runs: Runs;
}

/** Notes what a program's page hears, reads, and is answered, in the words of the suite that compares the same natively and with the shim. */
export class Recorder {
  private readonly heard: (Heard & { ear: Ear; actor: Actor })[] = [];
  private readonly facts = new Map<Actor, Map<string, Fact>>();
  private readonly ears: Ear[] = [];
  private readonly ended: Actor[] = [];
  private readonly own = new Map<Actor, Set<string>>();
  private readonly acted: Act[][] = [];
  private readonly dispatched = new WeakSet<Event>();
  private readonly pending: Promise<unknown>[] = [];
  private readonly layers: Layer[] = [];

  constructor(private readonly stage: Stage) {}

  /** A listener is about to be added; returns what it is known as. */
  listening(thing: Thing, type: string, form: Form): Ear {
    const ear = { thing, type, way: wayOf(form), past: form.via === 'taken' || !this.stage.model.installed };
    this.ears.push(ear);
    return ear;
  }

  /** The page is about to dispatch an event. */
  dispatching(event: Event): void {
    this.dispatched.add(event);
  }

  /** A listener is called. */
  hear(ear: Ear, event: Event, target: EventTarget): void {
    const actor = this.actorOf(ear.thing);
    const byPage = this.dispatched.has(event);
    const facets = byPage ? {} : facetsOf(event, target, target);
    this.heard.push({ ear, actor, object: this.nameOf(ear.thing), type: event.type, way: ear.way, when: byPage ? DISPATCHED : this.phaseOf(actor, ear.thing), facets });
  }

  /** A listener begins to act. */
  act(then: Act[]): void {
    this.acted.push(then);
  }

  /** The page calls something. */
  called(actor: Actor, object: string, member: string, way: string, call: () => unknown): unknown {
    const when = this.phaseOf(actor);
    const note = (value: string) => this.note(actor, { part: 'called', object, member, way, when, facet: 'outcome', value });
    try {
      const value = call();
      if (!value || typeof (value as Promise<unknown>).then !== 'function') note(`returns ${describe(value)}`);
      else {
        const settled = (value as Promise<unknown>).then((result) => `resolves ${describe(result)}`, (error: unknown) => `rejects ${describeError(error)}`);
        this.pending.push(Promise.race([settled, new Promise<string>((late) => setTimeout(late, PATIENCE, 'never settles'))]).then(note));
      }
      return value;
    } catch (error) {
      note(`throws ${describeError(error)}`);
      return undefined;
    }
  }

  /** The page closes one of its channels. */
  closedChannel(channel: RTCDataChannel): void {
    const thing = this.stage.things.get(channel)!;
    const actor = this.actorOf(thing);
    if (actor.owner.state === 'live') this.own.set(actor, (this.own.get(actor) ?? new Set()).add(this.nameOf(thing)));
  }

  /** The page calls `close()` on a connection. */
  close(actor: Actor, blind = false): void {
    const { pc, owner } = actor;
    const isFirst = owner.state === 'live';
    if (isFirst) {
      if (!blind) this.read(actor, 'before');
      this.ended.push(actor);
      owner.state = 'closing';
    }
    this.called(actor, 'connection', 'close()', isFirst ? 'for the first time' : 'nothing', () => pc.close());
    if (!isFirst) return;
    owner.state = 'native';
    this.read(actor, 'at once');
  }

  /** The page lays code of its own over a member, of an object or of its prototype. */
  lay(thing: Thing, object: object, member: string, onPrototype: boolean): void {
    const actor = this.actorOf(thing);
    const where = onPrototype ? (Object.getPrototypeOf(object) as object) : object;
    if (!(member in object) || this.layers.some((each) => each.member === member && (each.object === object || onPrototype))) return;
    const runs = layOver(object, where, [member]);
    this.layers.push({ actor, object, name: this.nameOf(thing) + (onPrototype ? ' prototype' : ''), member, runs });
  }

  /** All that was seen, once nothing more comes. */
  async finish(subclass?: Runs): Promise<Told> {
    await Promise.all(this.pending);
    for (const actor of this.ended) this.read(actor, 'later');
    for (const { actor, object, name, member, runs } of this.layers) {
      runs[member] = 0;
      touch(object, [member]);
      this.note(actor, { part: 'page', object: name, member, way: '', when: 'after close()', facet: 'runs', value: runs[member] ? 'yes' : 'no' });
    }
    for (const actor of subclass ? this.ended : []) {
      for (const member of Object.keys(subclass!)) {
        subclass![member] = 0;
        touch(actor.pc, [member]);
        this.note(actor, { part: 'page', object: 'subclassed connection', member, way: '', when: 'after close()', facet: 'runs', value: subclass![member] ? 'yes' : 'no' });
      }
    }
    // What is called last settles elsewhere.
    const connections: Told['connections'] = {};
    for (const actor of this.ended) {
      const own = [...(this.own.get(actor) ?? [])];
      connections[actor.owner.name] = { closes: this.isAfterPeer(actor) ? 'both' : 'here', own: own.sort(), recording: this.recordingOf(actor) };
    }
    return { acted: this.acted, connections };
  }

  private recordingOf(actor: Actor): Recording {
    const heard: Recording['heard'] = {};
    for (const { ear, actor: mine, ...each } of this.heard) {
      if (mine !== actor) continue;
      const [group, way] = this.groupOf(ear);
      (heard[group] ??= []).push({ ...each, way });
    }
    return { facts: [...(this.facts.get(actor)?.values() ?? [])], heard, skipped: [] };
  }

  /** Who listens past the shim hears, beside one that does not, what the README says of it: those are apart. */
  private groupOf({ thing, type, past, way }: Ear): [group: string, way: string] {
    const others = this.ears.filter((each) => each.thing === thing && each.type === type);
    const isMixed = others.some((each) => each.past) && others.some((each) => !each.past);
    if (isMixed) return ['taken addEventListener, then listener', past ? 'taken addEventListener' : way];
    if (past) return [way === 'taken addEventListener' ? way : 'before install', way];
    return ['a program', way];
  }

  private note(actor: Actor, fact: Fact): void {
    const facts = this.facts.get(actor) ?? new Map<string, Fact>();
    this.facts.set(actor, facts);
    const { value, ...subject } = fact;
    const key = JSON.stringify(subject);
    const known = facts.get(key);
    facts.set(key, known ? { ...fact, value: [...new Set(known.value.split(between)).add(value)].join(between) } : fact);
  }

  /** Reads every member of what a connection owns. */
  private read(actor: Actor, when: string): void {
    const { pc } = actor;
    const objects: Record<string, EventTarget> = {};
    for (const [object, thing] of this.stage.things) if (thing.owner === actor.owner) objects[this.nameOf(thing)] = object as EventTarget;
    const add = (name: string, list: object[]) => list.forEach((each, i) => (objects[`${name} ${i}`] = each as EventTarget));
    if (when === 'before') {
      this.stage.owned(actor);
      actor.listed = { transceiver: pc.getTransceivers(), sender: pc.getSenders(), receiver: pc.getReceivers() };
    }
    for (const [name, list] of Object.entries(actor.listed ?? {})) add(name, list);
    const facts: Fact[] = [];
    readMembers({ objects, facts, realm: { page: this.stage.page } } as never, when);
    // How far it has come by then differs from run to run.
    for (const fact of facts) if (when !== 'before' || !volatile.test(fact.member)) this.note(actor, fact);
  }

  private actorOf({ owner }: Thing): Actor {
    return [...this.stage.actors.values()].find((each) => each.owner === owner)!;
  }

  private isAfterPeer(actor: Actor): boolean {
    const peer = this.stage.actors.get(actor.on ^ 1);
    const at = this.ended.indexOf(actor);
    const peerAt = peer ? this.ended.indexOf(peer) : -1;
    return peerAt >= 0 && (at < 0 || peerAt < at);
  }

  /** Where in the program it is, as far as a clause asks. */
  private phaseOf(actor: Actor, thing?: Thing): string {
    const { state } = actor.owner;
    if (state === 'closing') return 'inside close()';
    const isAfterPeer = this.isAfterPeer(actor);
    // What a channel and its transports owe when both close comes in the middle of either.
    if (isAfterPeer && thing && /^(channel|sctp|dtls|ice)$/.test(thing.kind)) return 'since the peer closed';
    if (state === 'live') return 'while it lives';
    return isAfterPeer ? 'since the peer closed' : 'after close()';
  }

  private nameOf({ kind, name }: Thing): string {
    const number = / (\d+) of /.exec(name)?.[1] ?? '0';
    if (kind === 'channel') return name;
    if (kind === 'connection') return kind;
    return kind === 'received' ? `received track ${number}` : `${kind} transport${number === '0' ? '' : ` ${number}`}`;
  }
}

function wayOf(form: Form): string {
  if (form.via === 'when') return 'when()';
  if (form.via === 'taken') return 'taken addEventListener';
  if (form.via === 'handler') return 'handler';
  const { capture, once, signal, object } = form;
  return Object.entries({ capture, once, signal, handleEvent: object }).filter(([, is]) => is).map(([name]) => name).join(' ') || 'listener';
}
