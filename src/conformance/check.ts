import { type ClauseId, clauses } from '../contract/clauses';
import { type Calls, callAll } from './calls';
import type { Evidence } from './check-clause';
import { checks } from './checks';
import { type Page, connectionConstructor } from './realm';
import { type PeerRecording, type Recording, record, recordPeer } from './record';
import { peerScenes, scenes } from './scenes';

/** What the suite found out about one clause. */
export interface ClauseResult {
  id: ClauseId;
  sentence: string;
  /** `cannot-tell`: the engine has no member the clause speaks of, or the connections it needs could not be made. */
  verdict: 'holds' | 'broken' | 'cannot-tell';
  /** Each deviation, with the scenes it was seen in; where none could be looked for, why. */
  observed: string[];
  expected: string;
}

/** What the suite found out about one realm. */
export interface CheckResult {
  results: ClauseResult[];
  /** What each result was read off. */
  recordings: Recording[];
  peerRecordings: PeerRecording[];
  calls: Calls;
  /** The scenes that could not be set, with the reason. */
  failures: Record<string, string>;
}

/** How the suite is run. */
export interface CheckOptions {
  /** Is told what comes next. */
  onProgress?: (step: string) => void;
  /** Leaves `getStats()` out: with media it crashes Chromium 65 to 73 around a `close()`. Default false. */
  withoutStats?: boolean;
}

/**
 * Closes real loopback connections in a realm and says for each clause of the close contract whether it holds there.
 * Takes about four seconds; needs no device, no permission and no network.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError for what is not a realm.
 */
export async function check(realm?: object, { onProgress, withoutStats }: CheckOptions = {}): Promise<CheckResult> {
  const page = (realm === undefined ? self : realm) as Page;
  if (!page || typeof page.Object !== 'function') {
    throw new TypeError('rtc-close-shim: check() was given no realm; expected the global object of a window');
  }
  const failures: Record<string, string> = {};
  const recordings: Recording[] = [];
  const peerRecordings: PeerRecording[] = [];
  let calls: Calls = {};
  const attempt = async (name: string, act: () => Promise<void>) => {
    if (onProgress) onProgress(name);
    try {
      await act();
    } catch (error) {
      failures[name] = String(error);
    }
  };
  if (connectionConstructor(page)) {
    for (let i = 0; i < scenes.length; i++) {
      await attempt(scenes[i]!.name, async () => {
        recordings.push(await record(page, scenes[i]!));
      });
    }
    for (let i = 0; i < peerScenes.length; i++) {
      await attempt(peerScenes[i]!.name, async () => {
        peerRecordings.push(await recordPeer(page, peerScenes[i]!));
      });
    }
    await attempt('calls afterwards', async () => {
      calls = await callAll(page, withoutStats);
    });
  }
  return { results: judge({ page, recordings, peerRecordings, calls }, failures), recordings, peerRecordings, calls, failures };
}

/** Reads the verdict on every clause off the evidence. */
export function judge(evidence: Evidence, failures: Record<string, string>): ClauseResult[] {
  return checks.map(({ id, expected, look }) => {
    const findings = look(evidence);
    const observed: string[] = [];
    const seenIn: Record<string, string[]> = {};
    findings.forEach((finding) => {
      if (!finding.broken) return;
      const places = (seenIn[finding.broken] = seenIn[finding.broken] || []);
      if (!places.length) observed.push(finding.broken);
      if (places.indexOf(finding.in) < 0) places.push(finding.in);
    });
    const verdict = observed.length ? 'broken' : findings.length ? 'holds' : 'cannot-tell';
    return {
      id,
      sentence: clauses[id],
      verdict,
      expected,
      observed:
        verdict === 'cannot-tell'
          ? Object.keys(failures).map((name) => name + ': ' + failures[name])
          : observed.map((what) => what + ' (' + seenIn[what]!.join(', ') + ')'),
    };
  });
}
