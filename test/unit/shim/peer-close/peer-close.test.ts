import { describe, expect, it } from 'vitest';
import { isStopped } from '../../../replay/replayed-event';
import { asNative } from '../../../replay/native-text';
import '../../../replay/shim';
import type { ClauseId } from '../../../../src/contract/clauses';
import { isClosed } from '../../../../src/shim/closed-objects/closed-prototype';
import { isReceived, registerChannel } from '../../../../src/shim/owned-objects/channel-registry';
import { type Options, readOptions } from '../../../../src/shim/choice/options';
import type { Watch } from '../../../../src/shim/peer-close/watch-transports';
import type { PatchedRealm } from '../../../../src/shim/patches/patched-realm';
import { closeOnThisSide } from '../../../../src/shim/peer-close/channel-stage';
import { createPeerClose } from '../../../../src/shim/peer-close/peer-close';
import type { PeerEvent, Repair } from '../../../../src/shim/repair';
import { noteListener } from '../../../../src/shim/events/page-listeners';

const clauseOf = {
  reads: 'peer-close-channels-read-closed',
  closing: 'peer-close-channels-fire-closing',
  error: 'peer-close-channels-fire-error',
  close: 'peer-close-channels-fire-close-once',
} as const satisfies Record<PeerEvent, ClauseId>;
const events = Object.keys(clauseOf) as PeerEvent[];

type Listener = (this: object, event?: object) => void;

/** A channel of the engine: its state, and what it was told. */
class Channel {
  told: string[] = [];
  constructor(
    public label: string,
    public state = 'open',
  ) {}
  get readyState() {
    return this.state;
  }
  send(text: string) {
    this.told.push(text);
  }
  close() {
    this.told.push('close');
  }
}

asNative(Object.getOwnPropertyDescriptors(Channel.prototype));

/** What is done when the peer closes, in a realm whose tasks and timers wait, for a connection with channels. */
function makePeerClose(options: Options = {}, applied: readonly PeerEvent[] = events, prototype: object = { sctp: null }, listened: readonly string[] = events) {
  const listeners: { target: object; type: string; listener: Listener }[] = [];
  const tasks: (() => void)[] = [];
  const postponed: (() => void)[] = [];
  const fired: string[] = [];
  const page: { active: boolean; onFire?: (channel: Channel, type: string) => unknown } = { active: true };
  const realm = {
    Connection: { prototype },
    // What listens already is not added again.
    listenTo: (target: object, type: string, listener: Listener) => {
      if (!listeners.some((one) => one.target === target && one.type === type && one.listener === listener)) listeners.push({ target, type, listener });
    },
    fire: (channel: Channel, type: string) => {
      fired.push(`${channel.label} ${type} ${channel.readyState}`);
      page.onFire?.(channel, type);
    },
    postpone: (run: () => void) => postponed.push(run),
    task: (run: () => void) => tasks.push(run),
    stateOf: ({ signalingState }: RTCPeerConnection) => signalingState,
    refusal: (name: string) => new Error('refused ' + name),
    isActive: () => page.active,
  } as unknown as PatchedRealm;
  const repairs: Repair[] = applied.map((peer) => ({ id: clauseOf[peer], peer }));
  const peerClose = createPeerClose(realm, repairs, readOptions(options, Object.values(clauseOf)));

  const transport = { state: 'connected', transport: { state: 'connected' } };
  const connection = { signalingState: 'stable', sctp: transport as typeof transport | null };
  const channels = [new Channel('a'), new Channel('b')];
  channels.forEach((one) => {
    registerChannel(connection, one as never);
    listened.forEach((type) => noteListener(one, type));
  });
  /** Calls what listens to a type on a target. */
  const tell = (target: object, type: string, event?: object) => {
    for (const one of [...listeners]) if (one.target === target && one.type === type) one.listener.call(target, event);
  };
  const heardOn = (target: object) => listeners.filter((one) => one.target === target).map(({ type }) => type);
  const runTasks = () => {
    while (tasks.length) tasks.shift()!();
  };
  /** The transport tells that the peer has closed. */
  const lose = (lost: { state: string } = transport) => {
    lost.state = 'closed';
    tell(lost, 'statechange');
  };
  /** The engine does not fire in time. */
  const timeOut = () => {
    postponed.splice(0).forEach((run) => run());
    runTasks();
  };
  const watched = () => (peerClose.watch as Watch)(connection);
  return { peerClose, page, transport, connection, channels, fired, postponed, tell, heardOn, runTasks, lose, timeOut, watched };
}

const inTurn = ['a closing closing', 'a error closed', 'a close closed', 'b closing closing', 'b error closed', 'b close closed'];

describe('what is ours when the peer closes', () => {
  it.each([
    ['all, where all is repaired', {}, events, { reads: true, closing: true, error: true, close: true }],
    ['the whole turn, where the engine leaves out one event', {}, ['closing'], { closing: true, error: true, close: true }],
    ['not what the page has turned off', { clauses: { [clauseOf.closing]: 'off', [clauseOf.error]: 'off' } }, ['close'], { closing: false, error: false, close: true }],
    ['nothing, where nothing is repaired', {}, [], {}],
    ['to hold back the error alone, where that is all', { peerCloseError: 'none' }, ['error'], { error: true }],
    ['to hold back the error, whatever its clause says', { peerCloseError: 'none', clauses: { [clauseOf.error]: 'off' } }, ['close'], { closing: true, error: true, close: true }],
  ] as const)('is %s', (_what, options, applied, ours) => {
    const { peerClose } = makePeerClose(options, applied);
    expect({ ...peerClose.handles }).toEqual(ours);
    expect(typeof peerClose.watch).toBe('closing' in ours ? 'function' : 'boolean');
  });

  it('watches no connection of an engine without `sctp`', () => {
    const { peerClose } = makePeerClose({}, events, {});
    expect(peerClose.watch).toBe(false);
  });
});

describe('a connection that is watched', () => {
  it('has one listener on itself, and one on each of its transports, however often it negotiates', () => {
    const { connection, transport, tell, heardOn, watched } = makePeerClose();
    connection.sctp = null;
    watched();
    expect([heardOn(connection), heardOn(transport)]).toEqual([['signalingstatechange'], []]);
    connection.sctp = transport;
    for (let i = 0; i < 2; i++) tell(connection, 'signalingstatechange');
    expect([connection, transport, transport.transport].map(heardOn)).toEqual([['signalingstatechange'], ['statechange'], ['statechange']]);
  });

  it.each([
    ['SCTP', (transport: { state: string }) => transport],
    ['DTLS', (transport: { transport: { state: string } }) => transport.transport],
  ])('closes its channels when its %s transport has closed, once, in the order of the contract', (_name, pick) => {
    const { transport, channels, fired, postponed, lose, timeOut, watched } = makePeerClose();
    watched();
    lose(pick(transport));
    lose();
    expect([fired, postponed.length > 0]).toEqual([[], true]);
    expect(channels.map(({ readyState }) => readyState)).toEqual(['closing', 'closing']);
    timeOut();
    expect(fired).toEqual(inTurn);
  });

  it('closes them also when its transport was connected only later', () => {
    const { transport, fired, lose, timeOut, tell, watched } = makePeerClose();
    transport.state = 'connecting';
    watched();
    transport.state = 'connected';
    tell(transport, 'statechange');
    lose();
    timeOut();
    expect(fired).toEqual(inTurn);
  });

  it.each<[string, (made: ReturnType<typeof makePeerClose>) => void]>([
    ['was never connected', ({ transport, watched, lose }) => {
      transport.state = 'connecting';
      watched();
      lose();
    }],
    ['fails and has not closed', ({ transport, watched, lose, tell }) => {
      watched();
      transport.state = 'failed';
      tell(transport, 'statechange');
      transport.transport.state = 'failed';
      tell(transport.transport, 'statechange');
      lose({ state: 'of another connection' });
    }],
    ['is no more the one in use', ({ connection, watched, lose }) => {
      watched();
      connection.sctp = { state: 'connected', transport: { state: 'connected' } };
      lose();
    }],
    ['is no more there', ({ connection, watched, lose }) => {
      watched();
      connection.sctp = null;
      lose();
    }],
    ['closes because the page has closed the connection', ({ connection, watched, lose }) => {
      watched();
      connection.signalingState = 'closed';
      lose();
    }],
    ['closes on a connection whose state the engine does not tell', ({ connection, watched, lose }) => {
      watched();
      connection.signalingState = undefined as never;
      lose();
    }],
    ['closes when the shim was uninstalled', ({ page, watched, lose }) => {
      watched();
      page.active = false;
      lose();
    }],
  ])('leaves its channels alone when its transport %s', (_what, act) => {
    const made = makePeerClose();
    act(made);
    made.timeOut();
    expect(made.fired).toEqual([]);
    expect(made.channels.map((one) => [one.readyState, isClosed(one)])).toEqual([['open', undefined], ['open', undefined]]);
  });
});

describe('the turn of the channels', () => {
  it('does not wait when the engine has fired its own `close` on each', () => {
    const { channels, fired, runTasks, lose, timeOut, tell, watched } = makePeerClose();
    watched();
    lose();
    const [a, b] = channels as [Channel, Channel];
    const closes = [a, b].map(() => Object.assign(new Event('close'), { isTrusted: true }));
    tell(b, 'close', closes[0]);
    runTasks();
    expect([fired, isStopped(closes[0]!)]).toEqual([[], true]);
    tell(a, 'close', closes[1]);
    runTasks();
    expect([fired, isStopped(closes[1]!)]).toEqual([inTurn, true]);
    timeOut();
    expect(fired).toEqual(inTurn);
  });

  it("passes over what is closed, and fires `close` alone on what the page was closing, where an error is the engine's affair", () => {
    const { channels, fired, lose, timeOut, watched } = makePeerClose();
    watched();
    const [closed, closing] = channels as [Channel, Channel];
    closed.state = 'closed';
    closing.state = 'closing';
    lose();
    timeOut();
    expect(fired).toEqual(['b close closed']);
    expect(['closing', 'error', 'close'].map((type) => isClosed(closing)!(closing, type))).toEqual([true, false, true]);
  });

  it('fires the error of a channel that the peer began to close', () => {
    const { peerClose, channels, fired, tell, lose, timeOut, watched } = makePeerClose();
    const [a, b] = channels as [Channel, Channel];
    watched();
    for (const channel of [a, b]) channel.state = 'closing';
    peerClose.precede(a, 'error');
    tell(a, 'closing', Object.assign(new Event('closing'), { isTrusted: true }));
    lose();
    timeOut();
    expect(fired).toEqual(['a error closed', 'a close closed', 'b close closed']);
  });

  it('fires what the page is known to listen to, and nothing else', () => {
    const { fired, channels, lose, timeOut, watched } = makePeerClose({}, events, { sctp: null }, ['error']);
    watched();
    lose();
    timeOut();
    expect([fired, channels.map(({ readyState }) => readyState)]).toEqual([['a error closed', 'b error closed'], ['closed', 'closed']]);
  });

  it('fires no error where the page wants none, and closes as before', () => {
    const { fired, lose, timeOut, watched } = makePeerClose({ peerCloseError: 'none' });
    watched();
    lose();
    timeOut();
    expect(fired).toEqual(['a closing closing', 'a close closed', 'b closing closing', 'b close closed']);
  });

  it('fires none of what the page has turned off', () => {
    const { fired, lose, timeOut, watched } = makePeerClose({ clauses: { [clauseOf.closing]: 'off', [clauseOf.error]: 'off' } }, ['reads', 'close']);
    watched();
    lose();
    timeOut();
    expect(fired).toEqual(['a close closed', 'b close closed']);
  });

  it('fires `close` alone on what is closed here in between', () => {
    const { page, channels, fired, lose, timeOut, watched } = makePeerClose();
    watched();
    lose();
    page.onFire = (channel, type) => channel.label === 'a' && type === 'closing' && channels.forEach(closeOnThisSide);
    timeOut();
    expect(fired).toEqual(['a closing closing', 'a close closed', 'b close closed']);
  });

  it('leaves to the engine what is sent, until the page has closed its side, and what is closed', () => {
    const { channels, lose, watched } = makePeerClose();
    watched();
    lose();
    const [a] = channels as [Channel];
    a.send('late');
    a.close();
    expect([a.told, a.readyState]).toEqual([['late', 'close'], 'closing']);
    closeOnThisSide(a);
    expect(() => a.send('later')).toThrow('refused send');
    expect([a.told, a.readyState]).toEqual([['late', 'close'], 'closed']);
  });

  it('lets messages through until a channel is closed', () => {
    const { channels, lose, timeOut, watched } = makePeerClose();
    watched();
    lose();
    const [a] = channels as [Channel];
    const holdsBack = (type: string) => Boolean(isClosed(a)!(a, type));
    expect(['message', 'closing', 'error', 'bufferedamountlow'].map(holdsBack)).toEqual([false, true, true, false]);
    timeOut();
    expect(holdsBack('message')).toBe(true);
  });
});

describe('closeOnThisSide', () => {
  it('leaves what the peer has not closed', () => {
    const channel = new Channel('a');
    closeOnThisSide(channel);
    expect(channel.readyState).toBe('open');
  });
});

describe('what hears an event before the page', () => {
  const error = (told: unknown, isTrusted = true) => Object.assign(new Event('error'), { isTrusted, error: told });
  const closing = (isTrusted = true) => Object.assign(new Event('closing'), { isTrusted });
  /** The channels, as those that the peer made. */
  const asReceived = (channels: Channel[]) => {
    for (const channel of channels) isReceived.set(channel, true);
    return channels as [Channel, Channel];
  };

  it.each([
    ['closing', {}, ['closing', 'error']],
    ['error', {}, ['closing', 'error']],
    ['error', { peerCloseError: 'none' }, ['closing', 'error']],
    ['error', { clauses: { [clauseOf.closing]: 'off' } }, ['closing', 'error']],
    ['close', {}, []],
    ['message', { peerCloseError: 'none' }, []],
  ] as const)('stands before %s (%j) as %j', (type, options, listened) => {
    const { peerClose, channels, heardOn } = makePeerClose(options, ['reads', 'error', 'close']);
    peerClose.precede(channels[0]!, type);
    expect(heardOn(channels[0]!)).toEqual(listened);
  });

  it.each([
    ['by its cause', { sctpCauseCode: 12 }],
    ['by its message', { message: 'Transport channel closed' }],
  ])('completes the `closing` that the engine left out before an error of the peer: %s', (_how, told) => {
    const { peerClose, channels, fired, tell } = makePeerClose();
    const [a] = asReceived(channels);
    peerClose.precede(a, 'closing');
    const event = error(told);
    tell(a, 'error', event);
    expect([fired, isStopped(event), isClosed(a)]).toEqual([['a closing closing'], false, undefined]);
  });

  it('completes none where the page is not known to listen to it', () => {
    const { peerClose, channels, fired, tell } = makePeerClose({}, events, { sctp: null }, ['error']);
    asReceived(channels);
    peerClose.precede(channels[0]!, 'error');
    tell(channels[0]!, 'error', error({ sctpCauseCode: 12 }));
    expect(fired).toEqual([]);
  });

  it('completes none on a channel that was made here: the page was closing it', () => {
    const { peerClose, channels, fired, tell } = makePeerClose();
    peerClose.precede(channels[0]!, 'closing');
    const event = error({ sctpCauseCode: 12 });
    tell(channels[0]!, 'error', event);
    expect([fired, isStopped(event)]).toEqual([[], false]);
  });

  it('holds the error back when the page has closed its side in there', () => {
    const { peerClose, channels, fired, page, tell } = makePeerClose();
    const [a] = asReceived(channels);
    page.onFire = closeOnThisSide;
    peerClose.precede(a, 'error');
    const event = error({ sctpCauseCode: 12 });
    tell(a, 'error', event);
    expect([fired, isStopped(event)]).toEqual([['a closing closing'], true]);
  });

  it("completes none where the engine's has fired; a page's own does not count", () => {
    const { peerClose, channels, fired, tell } = makePeerClose();
    const [a, b] = asReceived(channels);
    for (const channel of [a, b]) {
      peerClose.precede(channel, 'closing');
      tell(channel, 'closing', closing(channel === a));
      tell(channel, 'error', error({ sctpCauseCode: 12 }));
    }
    expect(fired).toEqual(['b closing closing']);
  });

  it.each([
    ['of another cause', error({ sctpCauseCode: 1, message: 'reset' }), true],
    ['that the page dispatches', error({ sctpCauseCode: 12 }, false), true],
    ['without an error', error(null), true],
    ['of an uninstalled shim', error({ sctpCauseCode: 12 }), false],
  ])('leaves an error %s as it is', (_what, event, active) => {
    const { peerClose, channels, fired, page, tell } = makePeerClose({ peerCloseError: 'none' });
    page.active = active;
    const [a] = channels as [Channel];
    peerClose.precede(a, 'error');
    tell(a, 'error', event);
    expect([fired, isStopped(event)]).toEqual([[], false]);
  });

  it("holds the peer's error back where the page wants none", () => {
    const { peerClose, channels, tell } = makePeerClose({ peerCloseError: 'none' }, ['error']);
    const [a] = channels as [Channel];
    peerClose.precede(a, 'error');
    const event = error({ sctpCauseCode: 12 });
    tell(a, 'error', event);
    expect(isStopped(event)).toBe(true);
  });
});
