import { C as ClauseId } from './shared/clauses.js';

/** What calls on a closed connection did, by a name such as `channel first.send()`. */
type Calls = Record<string, string>;

/** What each member read, by a path such as `channel first.readyState`. Members that the engine lacks are absent. */
type Readings = Record<string, string>;

/** One call of a listener or handler. */
interface Heard {
    /** The name of the target in the cast, such as `channel first`. */
    target: string;
    type: string;
    via: 'listener' | 'handler';
    /** Before `close()` had returned, or after it. */
    phase: 'inside' | 'after';
    /** Milliseconds since `close()` was called. */
    at: number;
    /** What the target's own state read in the call. */
    state: string;
    /** The interface of an `error` event and its `errorDetail`. */
    error?: string;
}
/** All that was read and heard of one `close()`. */
interface Recording {
    scene: string;
    before: Readings;
    /** In the statement after `close()`. */
    atOnce: Readings;
    /** How long `close()` took to return, in milliseconds. */
    took: number;
    /** When the time of watching was over. */
    later: Readings;
    heard: Heard[];
    /** What the second `close()` did. */
    second: string;
    /** What was heard after the second `close()`. */
    heardAfterSecond: Heard[];
}
/** What was read and heard on one connection when its peer closed. */
type PeerRecording = Pick<Recording, 'scene' | 'before' | 'later' | 'heard'>;

/** What the suite found out about one clause. */
interface ClauseResult {
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
interface CheckResult {
    results: ClauseResult[];
    /** What each result was read off. */
    recordings: Recording[];
    peerRecordings: PeerRecording[];
    calls: Calls;
    /** The scenes that could not be set, with the reason. */
    failures: Record<string, string>;
}
/** How the suite is run. */
interface CheckOptions {
    /** Is told what comes next. */
    onProgress?: (step: string) => void;
    /** Leaves `getStats()` out: with media it crashes Chromium 65 to 73 around a `close()`. Default false. */
    withoutStats?: boolean;
}
/**
 * Closes real loopback connections in a realm and says for each clause of the close contract whether it holds there.
 * Takes four to seven seconds (Chromium 138 and 156, Firefox 153, on a busy machine of two cores); needs no device, no permission and no network. Without WebRTC (on a server, in jsdom) every clause is `cannot-tell`.
 * @param realm The global object of a window. Default: this one.
 * @throws TypeError (a rejection) for what is not a realm, and for a wrong option
 */
declare function check(realm?: object, options?: CheckOptions): Promise<CheckResult>;

export { ClauseId, check };
export type { CheckOptions, CheckResult, ClauseResult, Heard, Recording };
