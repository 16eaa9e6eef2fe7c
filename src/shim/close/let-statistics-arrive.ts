import { ask } from '../engine/ask';
import type { Realm } from '../engine/realm';

/**
 * Chromium 67 to 73 hang in `close()`, and 64 crashes, while the engine's threads work on a `getStats()` of the connection, its senders or
 * receivers. At each reading of a description the page's thread waits for that of signaling: what was asked before has arrived then.
 * After 30 readings it still hangs now and then; 100 take 3 to 14 ms on a busy machine. Not a wait for a time: a page may have stopped its clock.
 */
export function letStatisticsArrive({ global }: Realm, connection: object): void {
  // Chromium up to 75.
  if ('webkitRTCPeerConnection' in global && !('RTCDtlsTransport' in global)) {
    for (let i = 100; i--; ) ask(connection, 'localDescription');
  }
}
