import type { ClauseId } from '../../../src/contract/clauses';

/** What a library does because `close()` is not the same everywhere, and the shim makes unnecessary. */
export interface Workaround {
  library: string;
  /** Where in the published package, and by what name it is found there. */
  file: string;
  code: string;
  what: string;
  clauses: ClauseId[];
  /** What it is still needed for, with the shim too. */
  remains?: string;
  /** The issue or change that it comes from. */
  link: string;
}

/** All that were found, library by library. JsSIP has a `try` around `close()` and no issue that says why; it is not listed. */
export const workarounds: Workaround[] = [
  {
    library: 'simple-peer',
    file: 'index.js',
    code: 'get connected',
    what: 'asks the channel for its state whenever it is asked, because no event says that a channel is closing',
    clauses: ['channels-read-closed'],
    link: 'https://github.com/feross/simple-peer/pull/510',
  },
  {
    library: 'simple-peer',
    file: 'index.js',
    code: '_closingInterval',
    what: 'looks every five seconds whether the channel is stuck in "closing", and acts as if `close` had come',
    clauses: ['channels-read-closed', 'channels-fire-close-once'],
    remains: 'a channel that the other side closed',
    link: 'https://github.com/feross/simple-peer/pull/379',
  },
  {
    library: 'simple-peer',
    file: 'index.js',
    code: 'this._channel.onerror = null',
    what: 'takes the handlers off channel and connection around `close()`: a closed channel fired `error`',
    clauses: ['channels-fire-nothing-else', 'connection-fires-nothing'],
    link: 'https://github.com/feross/simple-peer/issues/627',
  },
  {
    library: 'peerjs',
    file: 'dist/bundler.mjs',
    code: 'peerConnection.oniceconnectionstatechange',
    what: '`cleanup()` puts empty handlers onto the connection before it closes it; to hear that it is "closed" would be an error and a second `close()`',
    clauses: ['connection-fires-nothing'],
    link: 'https://github.com/peers/peerjs/pull/513',
  },
  {
    library: 'peerjs',
    file: 'dist/bundler.mjs',
    code: 'dataChannelNotClosed',
    what: '`cleanup()` asks connection and channel for their states before it closes: a closed connection could have an open channel',
    clauses: ['channels-read-closed', 'close-twice-is-quiet'],
    link: 'https://github.com/peers/peerjs/pull/513',
  },
  {
    library: 'y-webrtc',
    file: 'src/y-webrtc.js',
    code: "from 'simple-peer/simplepeer.min.js'",
    what: 'has simple-peer inside, with its timer and its handlers: one timer for each peer',
    clauses: ['channels-read-closed', 'channels-fire-close-once'],
    remains: 'a channel that the other side closed',
    link: 'https://github.com/feross/simple-peer/pull/379',
  },
  {
    library: 'livekit-client',
    file: 'dist/livekit-client.esm.mjs',
    code: 'clearHandlers(dc)',
    what: '`teardown()` takes the handlers off every channel, closes each, and only then the connections: closed in the other order, channels fired `error` and `close`',
    clauses: ['channels-fire-nothing-else', 'channels-read-closed'],
    link: 'https://github.com/livekit/client-sdk-js/pull/1978',
  },
];
