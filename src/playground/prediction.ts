import type { ClauseResult } from '../check';
import type { ReportLine } from '../fn';

/** What the shim's table says of this browser, and whether the run agrees, in words. */
export function comparePrediction(predicted: readonly ReportLine[], native: readonly ClauseResult[]): string {
  if (!predicted.length) return 'There is no connection constructor here, so the shim does nothing.';
  const kept = predicted.filter(({ decision }) => decision === 'not-needed').map(({ id }) => id as string);
  if (predicted.every(({ because }) => because === 'unknown engine')) return 'The table has no measurements of this engine, so the shim repairs every clause.';
  const broken = native.filter(({ id, verdict }) => verdict === 'broken' && kept.indexOf(id) >= 0).map(({ id }) => id);
  const others = native.filter(({ id, verdict }) => verdict === 'holds' && kept.indexOf(id) < 0).map(({ id }) => id);
  return [
    'The table says that this browser keeps ' + kept.length + ' of ' + predicted.length + ' clauses by itself; the shim repairs the others.',
    broken.length ? 'This run disagrees: natively broken, too, is ' + broken.join(', ') + '.' : 'This run saw none of those broken.',
    others.length ? 'Held natively, too, though not known to, or not always: ' + others.join(', ') + '; a repair does nothing where the engine keeps the clause.' : '',
  ].join(' ').trim();
}
