import { describe, expect, it } from 'vitest';
import type { ClauseResult } from '../../../src/check';
import type { ReportLine } from '../../../src/fn';
import { comparePrediction } from '../../../src/playground/prediction';

const line = (id: string, decision: string, because: string) => ({ id, sentence: '', evidence: '', decision, because }) as ReportLine;
const result = (id: string, verdict: string) => ({ id, sentence: '', text: '', expected: '', observed: [], verdict }) as unknown as ClauseResult;
const predicted = [line('send-is-refused', 'applied', 'chromium 39 to 156 breaks it in each measured build'), line('sctp-stays', 'not-needed', 'chromium 85 to 156 keeps it in each measured build')];

describe('comparePrediction', () => {
  it('says what the table predicts, and that the run agrees', () => {
    expect(comparePrediction(predicted, [result('send-is-refused', 'broken'), result('sctp-stays', 'holds')])).toBe(
      'The table says that this browser keeps 1 of 2 clauses by itself; the shim repairs the others. This run saw none of those broken.');
  });
  it('names what the run saw otherwise', () => {
    expect(comparePrediction(predicted, [result('send-is-refused', 'holds'), result('sctp-stays', 'broken')])).toMatch(
      /This run disagrees: natively broken, too, is sctp-stays\. Held natively, too, .*: send-is-refused;/);
  });
  it('knows engines that were not measured, and none at all', () => {
    expect(comparePrediction([line('sctp-stays', 'applied', 'unknown engine')], [result('sctp-stays', 'broken')])).toContain('no measurements of this engine');
    expect(comparePrediction([], [])).toContain('no connection constructor');
  });
});
