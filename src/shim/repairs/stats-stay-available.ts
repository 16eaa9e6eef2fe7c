import { oldEngines } from '../../build-flags';
import { isClosed } from '../layers';
import { type Method, add, apply, attempt, each, weakMap } from '../natives';
import type { Realm } from '../realm';
import type { Repair } from '../repair';

type Report = Promise<RTCStatsReport>;

/** A connection's pending calls: how many, and what each does when the connection is closed before the engine settles it. */
interface Pending {
  open: number;
  closed: (() => unknown)[];
}

const calls = weakMap<Pending>();

/** The report of a connection that never did anything, for an engine that has none of a closed one; `close` ends that connection. */
function withBlank({ Connection }: Realm, getStats: Method, args: ArrayLike<unknown>, close: (blank: RTCPeerConnection, report: Report) => unknown) {
  const blank = new (Connection as unknown as typeof RTCPeerConnection)();
  const report = apply(getStats, blank, args) as Report;
  close(blank, report);
  return report;
}

/** Firefox never settles a `getStats()` that was pending when `close()` came; up to 150 it rejects later ones. */
export const statsStayAvailable: Repair = {
  id: 'stats-stay-available',
  live(realm, patches) {
    patches.wrap(realm.Connection.prototype, 'getStats', 'value', (next, self, args) => {
      // Gecko 33, whose form with callbacks throws on a closed connection.
      if (oldEngines && realm.isPrefixedGecko && args.length && isClosed(self)) {
        return withBlank(realm, next, args, (blank) => realm.task(() => blank.close()));
      }
      const report = apply(next, self, args) as Report | undefined;
      // Callback forms of old engines, and calls on what is no connection.
      if (!report || typeof report.then !== 'function' || !realm.stateOf(self)) return report;
      // What the page has done to promises is its own: it gets the engine's then.
      return attempt(() => settling(realm, self, next, report)) || report;
    });
  },
  closed(connection) {
    const pending = calls.get(connection);
    if (pending) each(pending.closed, (settle) => settle());
  },
};

/** A promise for what a call brings, or for a later report when the connection is closed before that. */
function settling(realm: Realm, self: object, getStats: Method, report: Report): Report {
  const settled = (late: Report) =>
    late.then(undefined, () =>
      withBlank(realm, getStats, [], (blank, instead) => {
        const close = () => blank.close();
        instead.then(close, close);
      }),
    );
  if (isClosed(self)) return settled(report);

  let pending = calls.get(self);
  if (!pending) calls.set(self, (pending = { open: 0, closed: [] }));
  const { closed } = pending;
  pending.open++;
  const done = () => {
    if (!--pending.open) pending.closed = [];
  };
  report.then(done, done);
  return new realm.Promise((resolve, reject) => {
    report.then(resolve, reject);
    add(closed, () => settled(apply(getStats, self, []) as Report).then(resolve, reject));
  });
}
