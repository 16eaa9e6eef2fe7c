import { attempt } from '../arguments/attempt';
import { type Expected, isFunction, readOptions, refuse } from '../arguments/read-options';
import { show } from '../arguments/show';
import { isPastChecks } from './is-past-checks';
import { listenFor } from './listen-for';
import { type Transport, transportsOf } from './transports-of';
import { watchSessions } from './watch-sessions';

/** How it was known that the peer has closed. */
export type PeerSign = 'dtls' | 'sctp' | 'channel' | 'statistics' | 'ice-failed';

/** The news that the peer has closed. */
export interface PeerNews {
  /**
   * `dtls`, `sctp`: the transport was closed by the peer; `channel`: one failed with it; `statistics`: they show no DTLS session any more
   * (Chromium 67 to 75); `ice-failed`: nothing better is to be had.
   */
  by: PeerSign;
  /** When it was known, in milliseconds on the clock of `performance.now()`. */
  at: number;
}

/** What may be said about the connection. */
export interface PeerOptions {
  /** Channels that the page made, for engines without transport objects (Firefox below 82, Safari below 15.4); received ones are found. */
  channels?: readonly RTCDataChannel[];
}

/** A transport also closes when a description takes it out of use: whether it still is in use is known when that description is set. In milliseconds. */
const SETTLED = 10;

const isTarget = (value: unknown): boolean => isFunction((value as EventTarget).addEventListener);

/** What the options may be. */
export const expectedOptions: Expected<PeerOptions> = {
  channels: [(channels) => Array.isArray(channels) && channels.every(isTarget), 'a list of RTCDataChannels'],
};

/**
 * Calls back once when the peer of a connection has closed it: milliseconds after its `close()`, where `connectionState` takes seconds.
 * It patches nothing, adds no channel, and lets go of the connection when it is told, stopped, or closed on this side; then it is silent.
 * @returns what stops it
 * @throws TypeError for what is not a connection, without a callback, and for a wrong option
 * @see https://w3c.github.io/webrtc-pc/#rtcdtlstransportstate-enum
 */
export function onPeerClosed(connection: RTCPeerConnection, callback: (news: PeerNews) => unknown, options: PeerOptions = {}): () => void {
  if (!isFunction(callback)) refuse('onPeerClosed', 'the callback is ' + show(callback) + '; expected a function, after the connection');
  return watchPeer('onPeerClosed', connection, callback, readOptions('onPeerClosed', options, expectedOptions));
}

/** Watches a connection for a call of this name. @throws TypeError for what is not a connection */
export function watchPeer(call: string, connection: RTCPeerConnection, callback: (news: PeerNews) => unknown, { channels }: PeerOptions): () => void {
  if (!attempt(() => isTarget(connection) && connection.signalingState)) refuse(call, 'the connection is ' + show(connection) + '; expected an RTCPeerConnection');
  const connected: Transport[] = [];
  let first: PeerNews | undefined;

  /** The sign there is now, if any. */
  const sign = (): PeerSign | undefined => {
    const { dtls, sctp } = transportsOf(connection);
    const hasClosed = (transports: Transport[]) => {
      const used = transports.filter((transport) => connected.indexOf(transport) >= 0);
      return used.length && used.every(({ state }) => state === 'closed');
    };
    if (dtls.length) return hasClosed(dtls) ? 'dtls' : undefined;
    if (sctp) return hasClosed([sctp]) ? 'sctp' : undefined;
    if (sessions.areClosed()) return 'statistics';
    return connection.iceConnectionState === 'failed' ? 'ice-failed' : undefined;
  };

  const tell = (by: PeerSign) => {
    const news = { by, at: performance.now() };
    first = first && first.by === by ? first : news;
    setTimeout(() => {
      if (isOver() || connection.signalingState === 'closed') return stop();
      const now = by === 'channel' ? by : sign();
      if (!now) first = undefined;
      else if (first) {
        stop();
        callback(first);
      }
    }, SETTLED);
  };

  const look = () => {
    if (connection.signalingState === 'closed') return stop();
    const { dtls, sctp } = transportsOf(connection);
    (sctp ? dtls.concat(sctp as unknown as RTCDtlsTransport) : dtls).forEach((transport: Transport) => {
      listen(transport, 'statechange', look);
      // One that BUNDLE puts out of use was never connected.
      const isInUse = transport.state === 'connected' || (transport.state === 'closed' && early);
      if (isInUse && connected.indexOf(transport) < 0) connected.push(transport);
    });
    const by = sign();
    if (by && !first) tell(by);
  };

  const fail = (event: Event) => {
    const { error } = event as RTCErrorEvent;
    if (error && error.errorDetail === 'sctp-failure' && !transportsOf(connection).dtls.length) tell('channel');
  };

  const hear = ({ type }: Event) => {
    if (type === 'signalingstatechange') sessions.forget();
    look();
    sessions.ask();
  };

  const { listen, stop, isOver } = listenFor();
  const sessions = watchSessions(connection, isOver, look);
  // Who asks late finds transports that are closed already.
  let early = isPastChecks(connection);
  // In Chromium 73 and 75 a handshake ends after ICE is connected.
  ['signalingstatechange', 'iceconnectionstatechange', 'connectionstatechange'].forEach((type) => listen(connection, type, hear));
  listen(connection, 'datachannel', (event) => listen((event as RTCDataChannelEvent).channel, 'error', fail));
  if (channels) channels.forEach((channel) => listen(channel, 'error', fail));
  look();
  sessions.ask();
  early = false;
  return stop;
}
