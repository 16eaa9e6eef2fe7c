import type { ClauseId } from '../contract/clauses';
import type { Decision } from './choice/choose-repairs';
import { each, parts } from './engine/intrinsics';

/** What the shim says about one clause of the contract. */
export interface ReportLine extends Decision {
  id: ClauseId;
  /** The same as in what `check()` says of the clause. */
  sentence: string;
  /** The row of `compat-data.json` that tells what engines do. */
  evidence: string;
}

/** The words of a clause's id, with a mark between them. */
function wordsOf(id: ClauseId, mark: string): string {
  let words = '';
  each(parts(id, '-'), (word) => (words += (words && mark) + word));
  return words;
}

/** The line about a clause. */
export const reportLine = (id: ClauseId, { decision, because }: Decision): ReportLine => ({
  id,
  sentence: wordsOf(id, ' '),
  decision,
  because,
  evidence: 'api.RTCPeerConnection.close.' + wordsOf(id, '_'),
});
