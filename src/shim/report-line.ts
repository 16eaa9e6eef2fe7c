import type { ClauseId } from '../contract/clauses';
import type { Decision } from './choice/choose-repairs';
import { type Method, apply, parts } from './engine/intrinsics';

const { join } = Array.prototype;

/** What the shim says about one clause of the contract. */
export interface ReportLine extends Decision {
  id: ClauseId;
  /** The same as in what `check()` says of the clause. */
  sentence: string;
  /** The row of `compat-data.json` that tells what engines do. */
  evidence: string;
}

/** The words of a clause's id, with a mark between them. */
const wordsOf = (id: ClauseId, mark: string) => apply(join as Method, parts(id, '-'), [mark]) as string;

/** The line about a clause. */
export const reportLine = (id: ClauseId, { decision, because }: Decision): ReportLine => ({
  id,
  sentence: wordsOf(id, ' '),
  decision,
  because,
  evidence: 'api.RTCPeerConnection.close.' + wordsOf(id, '_'),
});
