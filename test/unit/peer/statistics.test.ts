import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PeerNews, onPeerClosed } from '../../../src/peer';

type Sessions = Record<string, 'up' | 'gone'>;

/** A connection of Chromium 67 to 75: it shows no transport, and tells of its DTLS sessions to the callback of `getStats()`. */
class OldConnection extends EventTarget {
  signalingState = 'stable';
  iceConnectionState = 'new';
  sctp: object | undefined;
  asked = 0;
  answers: (() => void)[] = [];
  constructor(public sessions: Sessions = { 'Channel-0-1': 'up' }) {
    super();
  }
  getStats(...args: unknown[]): unknown {
    const [callback] = args as [(report: object) => void];
    const entries = Object.entries(this.sessions).map(([id, state]) => ({
      id,
      type: 'googComponent',
      stat: (name: string) => (name === 'dtlsCipher' && state === 'up' ? 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' : ''),
    }));
    this.asked++;
    this.answers.push(() => callback({ result: () => [{ id: 'pair', type: 'googCandidatePair', stat: () => '' }, ...entries] }));
    return undefined;
  }
  /** The engine gives what it was asked for. */
  answer() {
    this.answers.splice(0).forEach((answer) => answer());
  }
  become(state: 'signalingState' | 'iceConnectionState', value: string) {
    this[state] = value;
    this.dispatchEvent(new Event(state.toLowerCase() + 'change'));
  }
}

/** A connection that is listened to; what was told of it. */
function watch(connection = new OldConnection()) {
  const told: PeerNews['by'][] = [];
  const stop = onPeerClosed(connection as unknown as RTCPeerConnection, ({ by }) => told.push(by));
  /** Lets an ask come due, and be answered. */
  const ask = () => {
    vi.advanceTimersByTime(60);
    connection.answer();
    vi.advanceTimersByTime(10);
  };
  const connect = () => {
    ['checking', 'connected', 'completed'].forEach((state) => connection.become('iceConnectionState', state));
    ask();
  };
  return { connection, told, stop, ask, connect };
}

describe('the peer’s close in an engine that shows no transport', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['disconnected', 'Chromium 67 to 73'],
    ['connected', 'Chromium 75'],
  ])('is known when ICE becomes "%s" (%s) and no session is left, after one question for each of the two', (state) => {
    const { connection, told, ask, connect } = watch();
    connect();
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', state);
    ask();
    expect([told, connection.asked]).toEqual([['statistics'], 2]);
    connection.become('iceConnectionState', 'failed');
    ask();
    expect([told, connection.asked]).toEqual([['statistics'], 2]);
  });

  it('asks nothing without an event, before ICE has connected, and where a transport is shown', () => {
    const { connection, ask, connect } = watch();
    connection.become('signalingState', 'have-local-offer');
    ask();
    connection.become('iceConnectionState', 'checking');
    ask();
    expect(connection.asked).toBe(0);
    connection.sctp = Object.assign(new EventTarget(), { state: 'connected' });
    connect();
    expect(connection.asked).toBe(0);
    connection.sctp = undefined;
    connect();
    vi.advanceTimersByTime(60_000);
    expect(connection.asked).toBe(1);
  });

  it('is not told of by a network that is lost: the session stays', () => {
    const { connection, told, ask, connect } = watch();
    connect();
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect(told).toEqual([]);
    connection.become('iceConnectionState', 'failed');
    ask();
    expect(told).toEqual(['ice-failed']);
  });

  it.each<[string, Sessions, Sessions]>([
    ['while one session is left', { a: 'up', b: 'up' }, { a: 'up', b: 'gone' }],
    ['while one that never was up is not there yet', { a: 'up' }, { a: 'up', b: 'gone' }],
    ['when none ever was up', { a: 'gone' }, { a: 'gone' }],
    ['when its transport is out of use', { a: 'up' }, {}],
  ])('is not told of %s', (_what, before, after) => {
    const { connection, told, ask, connect } = watch(new OldConnection(before));
    connect();
    connection.sessions = after;
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect([told, connection.asked]).toEqual([[], 2]);
  });

  it('is not told of when a description begins another session in the place of the old one, until that is up and goes', () => {
    const { connection, told, ask, connect } = watch();
    connect();
    connection.become('signalingState', 'have-local-offer');
    vi.advanceTimersByTime(60);
    connection.become('signalingState', 'stable');
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect(told).toEqual([]);
    connection.sessions = { 'Channel-0-1': 'up' };
    connect();
    expect(told).toEqual([]);
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect(told).toEqual(['statistics']);
  });

  it('is not told of for what was asked before a description, and is answered after it', () => {
    const { connection, told, ask } = watch();
    connection.become('iceConnectionState', 'connected');
    vi.advanceTimersByTime(60);
    connection.iceConnectionState = 'checking';
    connection.become('signalingState', 'have-local-offer');
    connection.answer();
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect([told, connection.asked]).toEqual([[], 2]);
  });

  it('is known of a connection that was connected before it was listened to', () => {
    const { connection, told, ask } = watch(Object.assign(new OldConnection(), { iceConnectionState: 'connected' }));
    ask();
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', 'disconnected');
    ask();
    expect([told, connection.asked]).toEqual([['statistics'], 2]);
  });

  it('is unsaid when a description is set before it is told', () => {
    const { connection, told, connect } = watch();
    connect();
    connection.sessions = { 'Channel-0-1': 'gone' };
    connection.become('iceConnectionState', 'disconnected');
    vi.advanceTimersByTime(60);
    connection.answer();
    connection.become('signalingState', 'have-local-offer');
    vi.advanceTimersByTime(10);
    expect(told).toEqual([]);
  });

  it.each<[string, (made: ReturnType<typeof watch>) => void]>([
    ['is stopped', ({ stop }) => stop()],
    ['is closed here', ({ connection }) => (connection.signalingState = 'closed')],
  ])('is neither asked for nor told of when the connection %s', (_what, end) => {
    const before = watch();
    before.connection.become('iceConnectionState', 'connected');
    end(before);
    before.ask();
    expect(before.connection.asked).toBe(0);

    const after = watch();
    after.connect();
    after.connection.sessions = { 'Channel-0-1': 'gone' };
    after.connection.become('iceConnectionState', 'disconnected');
    vi.advanceTimersByTime(60);
    end(after);
    after.ask();
    expect(after.told).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => {
      throw new TypeError('Not enough arguments');
    }],
    ['rejects', () => Promise.reject(new TypeError('Argument 1 is not a MediaStreamTrack'))],
    ['answers with a report of the standard', (...args: unknown[]) => void setTimeout(args[0] as (report: object) => void, 0, new Map())],
  ])('waits for ICE where `getStats()` %s', async (_what, getStats) => {
    const { connection, told, ask, connect } = watch(Object.assign(new OldConnection(), { getStats }));
    connect();
    await Promise.resolve();
    connection.become('iceConnectionState', 'failed');
    ask();
    expect(told).toEqual(['ice-failed']);
  });
});
