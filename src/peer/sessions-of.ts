/** A transport of the statistics, and whether its DTLS session is up. */
export interface Session {
  id: string;
  isUp: boolean;
}

/** What Chromium gives to the callback form. */
interface Report {
  result?(): { id: string; type: string; stat(name: string): string }[];
}

type Asked = Promise<unknown> | undefined;

/**
 * Asks Chromium below 76 for the DTLS sessions of a connection; other engines do not answer.
 * Only the callback form will do: Chromium 64 to 73 crash or hang when the connection is closed while the promise of the other is pending.
 */
export function sessionsOf(connection: RTCPeerConnection, use: (sessions: Session[]) => void): void {
  const give = (report: Report) => {
    if (!report.result) return;
    const transports = report.result().filter(({ type }) => type === 'googComponent');
    // The cipher is there from the handshake to the close of either side.
    use(transports.map((transport) => ({ id: transport.id, isUp: !!transport.stat('dtlsCipher') })));
  };
  try {
    const asked = (connection as unknown as { getStats(callback: typeof give): Asked }).getStats(give);
    if (asked) asked.then(undefined, () => undefined);
  } catch {
    // An engine that has no such form.
  }
}
