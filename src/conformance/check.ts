import { attempt } from '../arguments/attempt';
import { type Expected, isFunction, readOptions, refuse } from '../arguments/read-options';
import { realmExpected } from '../arguments/realm-expected';
import { show } from '../arguments/show';
import { type ClauseId, clauses } from '../contract/clauses';
import { sentenceOf } from '../contract/sentence-of';
import { type Calls, callAll } from './calls';
import type { Evidence } from './check-clause';
import { checks } from './checks';
import { type Page, connectionConstructor } from './realm';
import { type PeerRecording, type Recording, type Watched, record, recordPeer } from './record';
import { type Scene, peerScenes, scenes } from './scenes';

/** What the suite found out about one clause. */
export interface ClauseResult {
  id: ClauseId;
  /** The same as in a line of the shim's report. */
  sentence: string;
  /** The sentence as the contract has it, with code in backticks. */
  text: string;
  /** `cannot-tell`: the engine has no member the clause speaks of, or the connections it needs could not be made. */
  verdict: 'holds' | 'broken' | 'cannot-tell';
  /** Each deviation, with the scenes it was seen in; where none could be looked for, why: never empty for `cannot-tell`. */
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

const expectedOptions: Expected<CheckOptions> = {
  onProgress: [isFunction, 'a function'],
  withoutStats: [(value) => typeof value === 'boolean', 'true or false'],
};

/** How many closed scenes are watched while another is being set: each has an audio context, of which a page of old Chromium may have six, and keeps a processor busy. */
const WATCHED_AT_ONCE = 3;

/** Why nothing can be told where there is nothing to close. */
const NO_CONNECTIONS = 'no RTCPeerConnection here, nor webkitRTCPeerConnection or mozRTCPeerConnection';

/** Why a clause can't be told where all scenes could be set. */
const NO_MEMBER = 'the engine has no member that the clause speaks of';

/**
 * Closes real loopback connections in a realm and says for each clause of the close contract whether it holds there.
 * Takes four to seven seconds (Chromium 138 and 156, Firefox 153, on a busy machine of two cores); needs no device, no permission and no network. Without WebRTC (on a server, in jsdom) every clause is `cannot-tell`.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError (a rejection) for what is not a realm, and for a wrong option
 */
export async function check(realm?: object, options: CheckOptions = {}): Promise<CheckResult> {
  const page = (realm === undefined ? attempt(() => globalThis) || self : realm) as Page;
  const expected = realmExpected(page);
  if (expected) refuse('check', 'the realm is ' + show(page) + '; expected ' + expected);
  const { onProgress, withoutStats } = readOptions('check', options, expectedOptions);
  const failures: Record<string, string> = {};
  const recordings: Recording[] = [];
  const peerRecordings: PeerRecording[] = [];
  let calls: Calls = {};
  const fail = (name: string) => (error: unknown) => {
    failures[name] = String(error);
  };
  const watching: Promise<unknown>[] = [];
  /** Sets scenes and closes them, one after another; each is watched while the next ones are being set. */
  const recordAll = async <What>(all: readonly Scene[], close: (page: Page, scene: Scene) => Promise<Watched<What>>, found: What[]) => {
    for (let i = 0; i < all.length; i++) {
      const { name } = all[i]!;
      await watching[watching.length - WATCHED_AT_ONCE];
      if (onProgress) onProgress(name);
      await close(page, all[i]!).then(({ recording }) => {
        watching.push(
          recording.then((recorded) => {
            found[i] = recorded;
          }, fail(name)),
        );
      }, fail(name));
    }
  };
  if (attempt(() => connectionConstructor(page))) {
    await recordAll(scenes, record, recordings);
    await recordAll(peerScenes, recordPeer, peerRecordings);
    const name = 'calls afterwards';
    if (onProgress) onProgress(name);
    await callAll(page, withoutStats).then((made) => {
      calls = made;
    }, fail(name));
    await Promise.all(watching);
  } else failures.everything = NO_CONNECTIONS;
  // Without those that could not be set.
  const evidence = { recordings: recordings.filter(() => true), peerRecordings: peerRecordings.filter(() => true), calls };
  return { results: judge({ page, ...evidence }, failures), ...evidence, failures };
}

/** Reads the verdict on every clause off the evidence. */
export function judge(evidence: Evidence, failures: Record<string, string>): ClauseResult[] {
  const reasons = Object.keys(failures).map((name) => name + ': ' + failures[name]);
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
      sentence: sentenceOf(id),
      text: clauses[id],
      verdict,
      expected,
      observed: verdict === 'cannot-tell' ? (reasons.length ? reasons : [NO_MEMBER]) : observed.map((what) => what + ' (' + seenIn[what]!.join(', ') + ')'),
    };
  });
}
