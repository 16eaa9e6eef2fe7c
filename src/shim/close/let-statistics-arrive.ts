import { ask } from '../engine/ask';
import { attempt } from '../engine/intrinsics';
import type { Realm } from '../engine/realm';

/**
 * Chromium 67 to 73 hang in `close()` while the engine's network thread works on a `getStats()`. The form with a callback has the
 * signaling thread wait for the network thread, and reading a description has the page's thread wait for that of signaling: what
 * was asked before has arrived then. Chromium 64 does not hang, but crashes when two of them overlap: hence the first reading.
 */
export function letStatisticsArrive({ global }: Realm, connection: object): void {
  // Chromium up to 75. The callback, which nothing comes of, is any function that takes everything.
  if ('webkitRTCPeerConnection' in global && !('RTCDtlsTransport' in global)) {
    ask(connection, 'localDescription');
    ask(connection, 'getStats', [attempt]);
    ask(connection, 'localDescription');
  }
}
