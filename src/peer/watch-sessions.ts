import { isPastChecks } from './is-past-checks';
import { sessionsOf } from './sessions-of';
import { transportsOf } from './transports-of';

/** In milliseconds: Chromium gives statistics that are up to 50 ms old. */
const FRESH = 60;

/** What the statistics tell of a connection whose engine shows no transport. */
export interface Sessions {
  /** Asks soon, once for all events until then, where it has to be asked. */
  ask(): void;
  /** Forgets which sessions were up: a description may begin others in their place. */
  forget(): void;
  areClosed(): boolean;
}

/** Calls `tell` when each DTLS session of a connection that was up is no more; it asks when it is told to, and never twice at a time. */
export function watchSessions(connection: RTCPeerConnection, isOver: () => boolean, tell: () => void): Sessions {
  let up: string[] = [];
  let closed = false;
  let turn = 0;

  const isToAsk = () => {
    if (isOver() || connection.signalingState === 'closed' || !isPastChecks(connection)) return false;
    const { dtls, sctp } = transportsOf(connection);
    return !dtls.length && !sctp;
  };

  return {
    ask() {
      if (!isToAsk()) return;
      const mine = ++turn;
      const isLate = () => mine !== turn || !isToAsk();
      setTimeout(() => {
        if (isLate()) return;
        sessionsOf(connection, (sessions) => {
          if (isLate()) return;
          const used = sessions.filter(({ id }) => up.indexOf(id) >= 0);
          closed = used.length > 0 && used.every(({ isUp }) => !isUp);
          if (closed) tell();
          else up = sessions.filter(({ isUp }) => isUp).map(({ id }) => id);
        });
      }, FRESH);
    },
    forget() {
      up = [];
      closed = false;
    },
    areClosed: () => closed,
  };
}
