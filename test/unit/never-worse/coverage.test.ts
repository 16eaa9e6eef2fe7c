import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../../src/never-worse/events-of';
import { moments } from '../../../src/never-worse/moments';
import { ways } from '../../../src/never-worse/ways';
import { whatFires } from '../../never-worse/what-fires';

const names = moments.map(({ name }) => name);

/** Each way in which a page can listen. */
const waysToListen = [
  'handler',
  'listener',
  'capture',
  'once',
  'handleEvent',
  'signal',
  'when()',
  'taken addEventListener',
  'before install',
  'handler, then listener',
  'listener, then handler',
  'taken addEventListener, then listener',
  "in a channel's close",
  "in a track's ended",
];

/** Each situation that a connection with listeners can get into. */
const situations = [
  // It lives.
  'it connects',
  'messages',
  'the peer mutes and unmutes',
  'the peer stops its transceivers',
  'a renegotiation with a new channel and a new track',
  'the peer adds a track to its stream, and takes it away',
  'the page adds a channel and media, and negotiates when it is asked to',
  'ICE restarts',
  'tones',
  'the page stops tracks',
  // It is closed here, by the peer, or one channel is.
  'a local close',
  'a local close of an unconnected connection',
  'a local close with data waiting',
  'a local close, twice',
  'a local close in a message',
  'two local closes, one after the other',
  'two local closes, the other first',
  'the peer closes',
  'the page closes channels',
  'the peer closes channels',
  'both close a channel at once',
  'both close their connections at once',
  // The page closes it in each handler of the peer's close.
  ...['first', 'received'].flatMap((name) => ['closing', 'error', 'close'].map((type) => `the peer closes, and the page in channel ${name} ${type}`)),
  ...['error', 'close'].map((type) => `the peer closes, and the page in channel negotiated ${type}`),
  ...['dtls', 'ice', 'sctp'].map((kind) => `the peer closes, and the page in ${kind} transport statechange`),
  ...['mute', 'ended'].map((type) => `the peer closes, and the page in received track audio ${type}`),
  ...['connectionstatechange', 'iceconnectionstatechange'].map((type) => `the peer closes, and the page in connection ${type}`),
  // Other objects.
  'a channel that is read for the first time on a closed connection',
  'a subclassed connection: it connects',
  'a subclassed connection: a local close',
  'a subclassed connection: the peer closes',
  'a transferred channel: a local close',
  'a transferred channel: the peer closes',
  'a transferred channel: the peer closes it',
];

/** What is read, called, and laid over. */
const members = [
  'readings around a local close',
  'readings around a close of an unconnected connection',
  "readings around a peer's close",
  'calls while it lives',
  'calls after a local close',
  'calls after a close of an unconnected connection',
  "calls after the peer's close",
  "the page's own members on objects",
  "the page's wrappers on prototypes from before install",
  "the page's wrappers on prototypes",
  "the page's wrappers on prototypes after its first close",
  "the page's subclass",
  "the page's Proxy",
];

describe('the suite goes through', () => {
  it('each way to listen', () => expect(ways.map(({ name }) => name)).toEqual(expect.arrayContaining(waysToListen)));

  it('each situation', () => expect(names).toEqual(expect.arrayContaining(situations)));

  it('all that is read, called and laid over', () => expect(names).toEqual(expect.arrayContaining(members)));

  it('moments of names of their own, each with some in the quick form', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const closes of ['nobody', 'here', 'the peer', 'both']) expect(moments.filter((each) => each.quick && each.closes === closes)).not.toEqual([]);
  });

  it('the events of each kind of object, also where there is no handler for them', () => {
    const target = { onnegotiationneeded: null, ontonechange: null, onclick: null };
    expect(eventsOf('connection', target)).toEqual(expect.arrayContaining(['negotiationneeded', 'addstream', 'icecandidateerror']));
    expect(eventsOf('dtmf 0', target)).toContain('tonechange');
    expect(eventsOf('channel first', {})).toEqual(['open', 'message', 'error', 'closing', 'close', 'bufferedamountlow']);
    expect(eventsOf('stream 0', {})).toEqual(['addtrack', 'removetrack', 'active', 'inactive']);
    for (const name of ['received track audio', 'local track video']) expect(eventsOf(name, {})).toEqual(['mute', 'unmute', 'ended']);
    for (const name of ['sctp transport', 'dtls transport', 'ice transport']) expect(eventsOf(name, {})).toContain('statechange');
  });

  it('moments of which it is known what fires in them', () => {
    for (const [moment] of whatFires) expect(names).toContain(moment);
  });
});
