import type { Page } from '../../src/conformance/realm';
import { Model } from './model';
import type { Recorder } from './never-worse/recorder';
import type { Owner, Thing } from './model-types';
import { probeEngine } from './probe-engine';
import type { ChannelRef, Place } from './program';

/** A connection of a program, with what it has come by. */
export interface Actor {
  on: number;
  pc: RTCPeerConnection;
  owner: Owner;
  thing: Thing;
  /** Candidates that came before they could be taken. */
  waiting: RTCIceCandidate[];
  /** Tracks of the page's own that it sends. */
  local: MediaStreamTrack[];
  /** What it had when it was closed, where that is compared with a native close. */
  listed?: { transceiver: object[]; sender: object[]; receiver: object[] };
}

/** The real objects of a program, each with what the model knows it as. */
export class Stage {
  readonly model: Model;
  /** Where what is seen is compared with what is seen natively: then it is that, and not the contract, that the program is held against. */
  recorder?: Recorder;
  readonly actors = new Map<number, Actor>();
  /** The channels that were made, by slot, and all by label and connection. */
  readonly slots = new Map<string, { on: number; label: string }>();
  readonly things = new Map<object, Thing>();
  private readonly channels = new Map<string, RTCDataChannel>();

  constructor(readonly page: Page) {
    this.model = new Model(probeEngine());
  }

  /** A connection; made when it is first asked for. */
  actor(on: number): Actor {
    const present = this.actors.get(on);
    if (present) return present;
    const pc = new this.page.RTCPeerConnection({ iceServers: [] }) as RTCPeerConnection;
    const owner = this.model.connect(`connection ${on}`);
    const actor: Actor = { on, pc, owner, thing: this.model.own(owner, 'connection', owner.name), waiting: [], local: [] };
    this.things.set(pc, actor.thing);
    this.actors.set(on, actor);
    const peer = this.actors.get(on ^ 1);
    if (peer) this.model.pair(owner, peer.owner);
    // Behind the back of the shim: these are the program's plumbing, and no listeners of the page.
    const listen = (type: string, listener: (event: never) => void) => this.page.EventTarget.prototype.addEventListener.call(pc, type, listener);
    listen('icecandidate', ({ candidate }: RTCPeerConnectionIceEvent) => candidate && this.pass(candidate, this.actor(on ^ 1)));
    listen('datachannel', ({ channel }: RTCDataChannelEvent) => channel && this.receive(actor, channel));
    return actor;
  }

  /** Gives a connection a candidate, or keeps it until there is a description. */
  pass(candidate: RTCIceCandidate, to: Actor): void {
    if (to.pc.signalingState === 'closed') return;
    if (to.pc.remoteDescription) to.pc.addIceCandidate(candidate).catch(() => undefined);
    else to.waiting.push(candidate);
  }

  /** The page comes by a channel that the peer made. */
  receive(actor: Actor, channel: RTCDataChannel): void {
    this.addChannel(actor, channel, `${channel.label} received`);
  }

  addChannel({ on, owner }: Actor, channel: RTCDataChannel, name: string): void {
    if (this.things.has(channel)) return;
    const thing = this.model.own(owner, 'channel', `channel ${name}`);
    this.things.set(channel, thing);
    this.channels.set(`${on} ${channel.label}`, channel);
    this.model.meet(thing);
  }

  channel({ slot, far }: ChannelRef): RTCDataChannel | undefined {
    const made = this.slots.get(slot);
    return made && this.channels.get(`${far ? made.on ^ 1 : made.on} ${made.label}`);
  }

  /** The real target of a place, if there is one. */
  target(place: Place): EventTarget | undefined {
    if (place.at === 'channel') return this.channel(place);
    const { pc } = this.actor(place.on);
    if (place.at === 'connection') return pc;
    if (place.at === 'received') return pc.getTransceivers()[place.nth]?.receiver.track;
    if (place.at === 'sctp') return pc.sctp ?? undefined;
    const dtls = pc.sctp?.transport ?? pc.getTransceivers().map(({ receiver }) => receiver.transport).find(Boolean);
    return place.at === 'dtls' ? (dtls ?? undefined) : dtls?.iceTransport;
  }

  ownerOf(object: object): Actor {
    const { owner } = this.things.get(object)!;
    return [...this.actors.values()].find((each) => each.owner === owner)!;
  }

  /** What the model knows a target as. */
  thing(place: Place, target: EventTarget): Thing {
    const known = this.things.get(target);
    return known ?? this.know(this.actor((place as { on: number }).on), place.at, target);
  }

  /** What a connection owns: its channels, met by the page or not, and what can be reached; a transport that BUNDLE has put out of use can't. */
  owned(actor: Actor): Thing[] {
    const { pc, thing, owner } = actor;
    const found = new Set([thing, ...[...this.things.values()].filter((each) => each.owner === owner && each.kind === 'channel')]);
    const add = (kind: Place['at'], object: EventTarget | null | undefined) => object && found.add(this.know(actor, kind, object));
    const addTransport = (dtls: RTCDtlsTransport | null | undefined) => {
      add('dtls', dtls);
      add('ice', dtls?.iceTransport);
    };
    add('sctp', pc.sctp);
    addTransport(pc.sctp?.transport);
    for (const { track, transport } of pc.getReceivers()) {
      add('received', track);
      addTransport(transport);
    }
    return [...found];
  }

  private know({ owner }: Actor, kind: Place['at'], object: EventTarget): Thing {
    const known = this.things.get(object);
    if (known) return known;
    const number = [...this.things.values()].filter((each) => each.owner === owner && each.kind === kind).length;
    const thing = this.model.own(owner, kind, `${kind} ${number} of ${owner.name}`);
    this.things.set(object, thing);
    return thing;
  }
}
