import { estateOf } from '../ledger';
import { type Method, apply, weakMap } from '../natives';
import type { Repair } from '../repair';

type Report = Promise<RTCStatsReport>;

/** What each connection's pending calls wait for beside the engine: its `close()`. */
const pending = weakMap<(() => void)[]>();

/** Firefox never settles a `getStats()` that was pending when `close()` came; up to 150 it rejects later ones. */
export const statsStayAvailable: Repair = {
  id: 'stats-stay-available',
  live(realm, patches) {
    patches.wrap(realm.Connection.prototype, 'getStats', 'value', (next, self, args) => {
      const isClosed = estateOf(self)?.closed;
      let result: Report | undefined;
      try {
        result = apply(next, self, args) as Report | undefined;
      } catch (error) {
        // Gecko 33, whose form with callbacks throws on a closed connection.
        if (!isClosed || !args.length) throw error;
        const blank = new (realm.Connection as unknown as typeof RTCPeerConnection)();
        apply(next, blank, args);
        return realm.task(() => blank.close());
      }
      // Callback forms of old engines, and calls on what is no connection.
      if (!result || typeof result.then !== 'function' || Object(self) !== self) return result;
      const blank = () => blankReport(realm.Connection, next);
      if (isClosed) return result.then(undefined, blank);

      const waiting = pending.get(self) || [];
      pending.set(self, waiting);
      return new realm.Promise((resolve, reject) => {
        const closed = () => (apply(next, self) as Report).then(undefined, blank).then(resolve, reject);
        waiting[waiting.length] = closed;
        const settled = () => {
          for (let i = 0; i < waiting.length; i++) {
            if (waiting[i] !== closed) continue;
            waiting[i] = waiting[waiting.length - 1]!;
            waiting.length--;
          }
        };
        result.then(settled, settled);
        result.then(resolve, reject);
      });
    });
  },
  closed(connection) {
    const waiting = pending.get(connection) || [];
    for (let i = 0; i < waiting.length; i++) void waiting[i]!();
  },
};

/** For an engine that has no report of a closed connection: that of a connection that never did anything. */
function blankReport(Connection: unknown, getStats: Method): Report {
  const blank = new (Connection as new () => RTCPeerConnection)();
  const report = apply(getStats, blank) as Report;
  const close = () => blank.close();
  report.then(close, close);
  return report;
}
