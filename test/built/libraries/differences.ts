import type { ClauseId } from '../../../src/contract/clauses';

/** What differs between a session with the shim and the same session without: all of it, and nothing that is not seen. */
export interface Difference {
  library: string;
  /** The engines in which it is seen. */
  engines: ('chromium' | 'firefox')[];
  /** On which side of the session, and when: `closer` is the side that closes, `other` the one that is left. */
  where: string[];
  what: string;
  native: string;
  shimmed: string;
  /** The clause of the contract that asks for it. */
  clause: ClauseId;
  /** Why it is what the library, or whoever uses it, expects. */
  why: string;
  link: string;
}

/** The moments at which a session is read, besides the events in between. */
const IN_CLOSE = ["closer, in 'close'"];
const SENT_LATE = ['closer, at last', 'other, at last'];

/** What Firefox does with a message for a closed channel is the same below each library that has channels. */
const sent = (library: string, why: string, link: string): Difference => ({
  library,
  engines: ['firefox'],
  where: SENT_LATE,
  what: 'channel.send()',
  native: 'returns undefined',
  shimmed: 'throws InvalidStateError',
  clause: 'send-is-refused',
  why,
  link,
});

/** All differences, library by library. */
export const differences: Difference[] = [
  {
    library: 'simple-peer',
    engines: ['chromium', 'firefox'],
    where: IN_CLOSE,
    what: 'channel.readyState',
    native: 'closing',
    shimmed: 'closed',
    clause: 'channels-read-closed',
    why: '`close` means that the peer connection has closed; the channel says so too',
    link: 'https://github.com/feross/simple-peer#peeronclose---',
  },
  sent('simple-peer', 'a message after `destroy()` is an error, as `send()` of the peer has it (`ERR_DESTROYED`), and not lost', 'https://github.com/feross/simple-peer/issues/480'),
  {
    library: 'peerjs',
    engines: ['chromium', 'firefox'],
    where: IN_CLOSE,
    what: 'channel.readyState',
    native: 'open',
    shimmed: 'closed',
    clause: 'channels-read-closed',
    why: '`close()` is documented to clean up the underlying channels; `open` reads false, and `dataChannel` still read "open"',
    link: 'https://peerjs.com/client/api/data-connection',
  },
  sent('peerjs', 'a message after `close()` is an error, as `send()` of the connection has it (`not-open-yet`), and not lost', 'https://peerjs.com/client/api/data-connection'),
  {
    library: 'y-webrtc',
    engines: ['chromium', 'firefox'],
    where: IN_CLOSE,
    what: 'channel.readyState',
    native: 'closing',
    shimmed: 'closed',
    clause: 'channels-read-closed',
    why: 'its connections are simple-peer’s',
    link: 'https://github.com/feross/simple-peer#peeronclose---',
  },
  {
    library: 'jssip',
    engines: ['chromium'],
    where: ["closer, in 'ended' or 'failed'", "other, in 'ended' or 'failed'", 'closer, at last', 'other, at last'],
    what: 'connection.getReceivers()',
    native: '2 of 2',
    shimmed: '0 of 2',
    clause: 'senders-are-stopped',
    why: '`ended` and `failed` come after the connection was closed, and a closed connection has no receivers: the tracks are to be had from its `track` events',
    link: 'https://w3c.github.io/webrtc-pc/#dom-peerconnection-getreceivers',
  },
];
