import type { Handle, Options } from '../../src/fn';
import { nameOf, occupy } from '../../src/conformance/realm';
import { closeActor } from './close-actor';
import { negotiate } from './connect';
import { Ears } from './ears';
import { localTrack } from './local-tracks';
import { NOTHING, calledAs, calls } from './make-calls';
import type { Owner } from './model-types';
import type { Act, Command } from './program';
import type { Stage } from './stage';

/** How the shim is put into the realm of a program. */
export type Install = (options?: Options) => Handle;

/** Performs what can be done at once. */
export class Performer {
  /** The calls that have not settled yet, each with its judgement. */
  readonly pending: Promise<void>[] = [];
  readonly ears: Ears;
  private handle: Handle | undefined;
  private readonly nativeClose: unknown;
  private count = 0;

  constructor(
    readonly stage: Stage,
    private readonly install: Install,
  ) {
    this.nativeClose = stage.page.RTCPeerConnection.prototype.close;
    this.ears = new Ears(stage, (act, event) => this.perform(act, event));
  }

  perform(command: Act, event?: Event): void {
    const { stage, ears } = this;
    switch (command.do) {
      case 'channel':
        return this.makeChannel(command);
      case 'negotiate':
        if (stage.actor(command.on).owner.state === 'live') void negotiate(stage, command.on).catch(() => undefined);
        return;
      case 'media':
        return this.addMedia(command);
      case 'call':
        return this.call(command);
      case 'stop-received': {
        const track = stage.target({ at: 'received', on: command.on, nth: command.nth }) as MediaStreamTrack | undefined;
        track?.stop();
        // What the page ends itself fires no event.
        if (track) stage.thing({ at: 'received', on: command.on, nth: command.nth }, track).due = undefined;
        return;
      }
      case 'send':
        return this.send(stage.channel(command.to), { text: 'text', bytes: new Uint8Array(10), much: 'much '.repeat(20_000) }[command.what]);
      case 'send-many':
        for (let i = 0; i < 5; i++) this.send(stage.channel(command.to), String(i));
        return;
      case 'close-channel':
        return this.closeChannel(stage.channel(command.to));
      case 'close':
        return closeActor(stage, stage.actor(command.on), command.blind);
      case 'listen':
        return ears.listen(command);
      case 'unlisten':
        return ears.unlisten(command.slot);
      case 'abort':
        return ears.abort(command.slot);
      case 'dispatch':
        return ears.dispatch(command);
      case 'install':
        // A second one finds the first, and is refused other options.
        this.handle = this.install(stage.model.installed ? {} : command.options);
        stage.model.installed ??= command.options;
        return;
      case 'uninstall':
        return this.uninstall();
      case 'lay': {
        const object = stage.target(command.to);
        if (object) stage.recorder?.lay(stage.thing(command.to, object), object, command.member, !!command.onPrototype);
        return;
      }
      case 'ask':
        return this.ask(command);
      case 'occupy':
        return occupy(command.ms);
      case 'stop-event':
        return event?.stopImmediatePropagation();
      case 'throw':
        throw new stage.page.Error('a listener of the fuzzer that throws');
    }
  }

  private uninstall(): void {
    const { stage, handle } = this;
    if (!handle) return;
    const native = handle.uninstall();
    if (!native || stage.page.RTCPeerConnection.prototype.close !== this.nativeClose) stage.model.violate('uninstall', `uninstall() returns ${native}`);
    stage.model.installed = undefined;
    this.handle = undefined;
  }

  private makeChannel({ on, slot, mode }: Command & { do: 'channel' }): void {
    const { stage } = this;
    const actor = stage.actor(on);
    if (actor.owner.state !== 'live') return;
    const label = `${slot}${this.count++}`;
    const id = 100 + this.count;
    const init = { plain: {}, unordered: { ordered: false }, retransmits: { maxRetransmits: 1 }, lifetime: { maxPacketLifeTime: 50 }, negotiated: { negotiated: true, id } }[mode];
    const sides = mode === 'negotiated' ? [actor, stage.actor(on ^ 1)] : [actor];
    for (const side of sides) {
      if (side.owner.state !== 'live') continue;
      stage.addChannel(side, side.pc.createDataChannel(label, init), side === actor ? label : `${label} far`);
    }
    stage.slots.set(slot, { on, label });
  }

  private addMedia({ on, kind, by }: Command & { do: 'media' }): void {
    const { pc, owner, local } = this.stage.actor(on);
    if (owner.state !== 'live') return;
    if (by === 'transceiver') return void pc.addTransceiver(kind);
    const relayed = by === 'relay' && this.stage.actors.get(on ^ 1)?.pc.getTransceivers()[0]?.receiver.track;
    const track = relayed || localTrack(kind);
    if (!relayed) local.push(track);
    try {
      pc.addTrack(track, new this.stage.page.MediaStream([track]));
    } catch {
      // It is being sent already.
    }
  }

  private call({ on, what, nth }: Command & { do: 'call' }): void {
    const { stage } = this;
    const { pc, owner } = stage.actor(on);
    const { call, closed, settles } = calls[what];
    if (stage.recorder) {
      const [object, member, way] = calledAs(what, nth);
      // What there is nothing to call for is the same in both.
      return void stage.recorder.called(stage.actor(on), object, member, way, () => call(pc, nth, stage));
    }
    const isClosed = owner.state === 'served';
    // Firefox leaves what is pending; nothing can be done about what was called before install().
    const isServed = isClosed || (owner.state === 'live' && stage.model.installed);
    const judge = (outcome: string) => {
      const promise = what === 'getStats' ? 'stats-stay-available' : 'calls-are-refused';
      if (isClosed && !closed.test(outcome)) stage.model.violate(promise, `${owner.name}.${what}() ${outcome} when closed`);
      else if (isServed && owner.state !== 'native' && settles && outcome === 'never settles') stage.model.violate(promise, `${owner.name}.${what}() that was pending ${outcome}`);
    };
    try {
      const value = call(pc, nth, stage) as Promise<unknown> | undefined;
      if (typeof value?.then !== 'function') return judge(`returns ${String(value)}`);
      if (what === 'replaceTrack' && !isClosed) this.replaces(owner, nth, value);
      const settled = value.then(() => 'resolves', (error: unknown) => `rejects ${nameOf(error)}`);
      if (isClosed || (isServed && settles)) this.pending.push(Promise.race([settled, new Promise<string>((late) => setTimeout(late, 3000, 'never settles'))]).then(judge));
    } catch (error) {
      if (error !== NOTHING) judge(`throws ${nameOf(error)}`);
    }
  }

  /** A sender's track is replaced while the promise is pending, also on a connection that is closed meanwhile. */
  private replaces(owner: Owner, nth: number, pending: Promise<unknown>): void {
    const path = `${owner.name} sender ${nth}.track`;
    owner.underWay.set(path, null);
    void pending.finally(() => owner.state === 'live' && owner.underWay.delete(path)).catch(() => undefined);
  }

  private ask({ on, member, given }: Command & { do: 'ask' }): void {
    const { recorder, page } = this.stage;
    const actor = this.stage.actor(on);
    const { pc } = actor;
    if (!recorder || !(member in pc)) return;
    const ask = pc[member].bind(pc) as (...args: unknown[]) => object;
    const args = { nothing: [], 'a number': [5], null: [null], 'a function': [() => undefined], 'a track': [localTrack('audio', page)] }[given];
    const value = recorder.called(actor, 'connection', `${member}()`, given, () => ask(...args));
    // A fresh object is the page's own to change.
    if (member.startsWith('get') && value && given === 'nothing' && !('then' in (value as object))) recorder.called(actor, 'connection', `${member}()`, 'again', () => (value === ask() ? 'the same' : 'another'));
  }

  private send(channel: RTCDataChannel | undefined, data: string | Uint8Array<ArrayBuffer>): void {
    if (!channel) return;
    const { recorder } = this.stage;
    if (recorder) return void recorder.called(this.stage.ownerOf(channel), this.stage.things.get(channel)!.name, 'send()', typeof data, () => channel.send(data as string));
    const { isClosed, name, owner } = this.stage.things.get(channel)!;
    if (owner.state === 'closing') return;
    const { readyState, bufferedAmount } = channel;
    let outcome = 'returns';
    try {
      channel.send(data as string);
    } catch (error) {
      outcome = `throws ${nameOf(error)}`;
    }
    if (isClosed && outcome !== 'throws InvalidStateError') this.stage.model.violate('send-is-refused', `${name}.send() ${outcome}`);
    else if (!isClosed && readyState === 'open' && bufferedAmount < 1e6 && outcome !== 'returns') this.stage.model.violate('live', `${name}.send() ${outcome} when open`);
  }

  private closeChannel(channel: RTCDataChannel | undefined): void {
    if (!channel) return;
    this.stage.recorder?.closedChannel(channel);
    try {
      channel.close();
    } catch (error) {
      this.stage.model.violate('send-is-refused', `close() of a channel throws ${nameOf(error)}`);
    }
  }
}
