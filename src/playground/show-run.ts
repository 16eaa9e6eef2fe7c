import { tally } from '../timeline/tally.mjs';
import { byId } from './by-id';
import { flipped } from './choices';
import { showVerdicts, sortRows } from './clause-table';
import { fill } from './make-nodes';
import { comparePrediction } from './prediction';
import type { Run } from './run';
import { scoreCard } from './score-card';

const MANY = 3;

/** Shows all verdicts of a run: the scores, and the clauses, broken ones on top. */
export function showRun(run: Run): void {
  const { predicted, native, shimmed, options } = run;
  fill(byId('scores'), predicted.length ? [scoreCard('Native', native.results), scoreCard('With the shim', shimmed.results, flipped(options))] : []);
  showVerdicts(run, true);
  sortRows(run);
  byId('prediction').textContent = comparePrediction(predicted, native.results);
  byId('result').hidden = false;
  byId('contribute').hidden = !predicted.length;
}

/** How a run came out, in a sentence. */
export function outcome({ predicted, native, shimmed, options }: Run): string {
  const [without, with_] = [tally(native.results), tally(shimmed.results)];
  if (!predicted.length) return 'Done: there was nothing to close.';
  const flips = flipped(options);
  const so = flips.length > MANY ? ', with ' + flips.length + ' switches flipped' : flips.length ? ', with ' + flips.join(' and ') : '';
  return 'Done. Natively ' + without.holds + ' of ' + without.of + ' clauses hold, with the shim ' + with_.holds + ' of ' + with_.of + so + '.';
}
