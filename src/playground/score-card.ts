import type { CheckResult } from '../check';
import { type Piece, element } from '../timeline/element.mjs';
import { tally } from '../timeline/tally.mjs';

/** How a mode came out, as a card: how many clauses hold, and with which switches. */
export function scoreCard(title: string, results: CheckResult['results'], flips: readonly string[] = []): Piece {
  const { holds, of, cannotTell } = tally(results);
  return element('li', {},
    element('h3', {}, title),
    element('p', { class: 'score ' + (of > 0 && holds === of ? 'good' : 'bad') }, String(holds), element('small', {}, ' of ' + of + ' clauses hold')),
    flips.length > 0 && element('p', { class: 'flips' }, 'with ' + flips.join(', ')),
    cannotTell > 0 && element('p', { class: 'muted' }, cannotTell + (cannotTell === 1 ? ' clause' : ' clauses') + ' cannot be told here.'));
}
