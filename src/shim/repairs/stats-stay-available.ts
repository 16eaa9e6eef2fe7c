import { oldEngines } from '../../build-flags';
import { isClosed, pendingCalls } from '../closed-objects/closed-prototype';
import { type Method, apply, attempt, bare, each } from '../engine/intrinsics';
import { list } from '../engine/ask';
import type { Realm } from '../engine/realm';
import { repair } from '../repair';

type Report = Promise<RTCStatsReport>;

let last = 0;

/** The report of a connection that never did anything, for an engine that has none of a closed one; `use` sees to it that this one is closed, too. */
function withBlank({ Connection }: Realm, getStats: Method, args: ArrayLike<unknown>, use: (close: () => void, report: Report) => unknown): Report {
  const blank = new (Connection as unknown as typeof RTCPeerConnection)();
  const report = apply(getStats, blank, args) as Report;
  use(() => blank.close(), report);
  return report;
}

/** Whether a call is wrong on a connection that lives, too: no selector at all, or a track that is not here. */
function isWrongCall(connection: object, selector: unknown, { name }: Error): boolean {
  let isWrong = name === 'TypeError' || name === 'InvalidAccessError';
  // A closed connection has no senders and receivers left that the engine would look at (Firefox).
  each(list(connection, 'getTransceivers') as RTCRtpTransceiver[], (transceiver) => {
    if (transceiver.sender.track === selector || transceiver.receiver.track === selector) isWrong = false;
  });
  return isWrong;
}

/** Firefox never settles a `getStats()` that was pending when `close()` came; up to 150 it rejects later ones. */
repair({
  id: 'stats-stay-available',
  inLife(realm) {
    const native = realm.OwnPromise.prototype.then as Method;
    realm.wrap(realm.Connection.prototype, 'getStats', 'value', (next, self, args) => {
      // Gecko 33, whose form with callbacks throws on a closed connection.
      if (oldEngines && realm.isPrefixedGecko && args.length && isClosed(self)) {
        return withBlank(realm, next, args, realm.task);
      }
      const report = apply(next, self, args) as Report | undefined;
      // Callback forms of old engines, and calls on what is no connection.
      if (!report || !realm.stateOf(self)) return report;

      /** A promise for what the call brings, or for a later report when the connection is closed before that. */
      const settling = (then: Method): Report => {
        const pending = pendingCalls.get(self) || bare({} as Record<number, () => unknown>);
        const call = ++last;
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the numbers only grow: a map of what there is
        const done = () => delete pending[call];
        // Throws where the page broke what makes promises: then the engine's comes back.
        apply(then, report, [done, done]);
        pendingCalls.set(self, pending);
        return new realm.OwnPromise((resolve, reject) => {
          const settle = (late: Report) =>
            apply(then, late, [
              resolve,
              // Nothing is returned: who adopted what comes of it would have a rejection that nobody handles.
              (error: Error): void => {
                const report = attempt(() =>
                  !isWrongCall(self, args[0], error) && withBlank(realm, next, [], (close, instead) => {
                    apply(then, instead, [close, close]);
                    apply(then, instead, [resolve, reject]);
                  }),
                );
                if (!report) reject(error);
              },
            ]);
          if (isClosed(self)) return settle(report);
          apply(then, report, [resolve, reject]);
          pending[call] = () => settle(apply(next, self, []) as Report);
        });
      };

      return (
        attempt(() => {
          // The engine's own, whatever the page has made of it; another library's promises have theirs.
          const then = report instanceof realm.OwnPromise ? native : ((report as Report).then as Method);
          return then && settling(then);
        }) || report
      );
    });
  },
});
