import type { CheckResult } from '../check';
import { deviations } from '../timeline/deviations.mjs';
import { type Piece, element } from '../timeline/element.mjs';
import { tally } from '../timeline/tally.mjs';
import { timelineOf } from '../timeline/timeline.mjs';

/** How a mode came out, as a card: how many clauses hold, and what its first timeline shows. */
export function scoreCard(title: string, { results, recordings }: CheckResult): Piece {
  const { holds, of, cannotTell } = tally(results);
  const first = recordings[0];
  return element('li', {},
    element('h2', {}, title),
    element('p', { class: 'score ' + (of > 0 && holds === of ? 'good' : 'bad') }, String(holds), element('small', {}, ' of ' + of + ' clauses hold')),
    element('p', { class: 'muted' }, first ? 'When connected: ' + deviations(timelineOf(first)) + '.' : 'No connection could be made.'),
    cannotTell > 0 && element('p', { class: 'muted' }, cannotTell + (cannotTell === 1 ? ' clause' : ' clauses') + ' cannot be told here.'));
}
