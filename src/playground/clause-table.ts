import type { ClauseResult } from '../check';
import { type ClauseId, clauses } from '../contract/clauses';
import type { ReportLine } from '../fn';
import { type Piece, element } from '../timeline/element.mjs';
import { VERDICTS } from '../timeline/verdicts.mjs';
import { withCode } from '../timeline/with-code.mjs';
import { byId } from './by-id';
import { fill } from './make-nodes';
import type { Run } from './run';

const SWITCHES = ['auto', 'force', 'off'];
const COLUMNS = [['native', 'Native'], ['shimmed', 'With the shim'], ['table', 'What the shim does, and why'], ['switch', 'Switch']];
const PENDING = { sign: '…', word: 'not yet' };

/** What is known of the clauses. */
export interface Verdicts {
  native: { results: readonly ClauseResult[] };
  shimmed: { results: readonly ClauseResult[] };
  report: readonly ReportLine[];
  predicted: readonly ReportLine[];
}

// A narrow page lays rows out as blocks, which takes a table's meaning away where it is not said.
const cell = (role: 'cell' | 'rowheader' | 'columnheader', attributes: Record<string, string>, ...children: (Piece | string)[]) =>
  element(role === 'cell' ? 'td' : 'th', { role, ...attributes }, children);

/** The clauses with their switches; what a run says of them goes into it by `showVerdicts`. */
export function clauseTable(): Piece {
  const heads = [cell('columnheader', { scope: 'col', class: 'clause' }, 'Clause')]
    .concat(COLUMNS.map(([name, title]) => cell('columnheader', { scope: 'col', class: name!, id: 'column-' + name }, title!)));
  return element('table', { class: 'clauses', role: 'table', 'aria-labelledby': 'clauses-heading' },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, heads)),
    element('tbody', { role: 'rowgroup', id: 'rows' }, (Object.keys(clauses) as ClauseId[]).map(row)));
}

function row(id: ClauseId): Piece {
  const [native, shimmed, table] = ['native', 'shimmed', 'table'].map((name) => cell('cell', { class: name, id: id + '-' + name }));
  return element('tr', { role: 'row', id: id + '-row' },
    cell('rowheader', { scope: 'row', class: 'clause' },
      element('span', { class: 'sentence' }, withCode(clauses[id])),
      element('details', {}, element('summary', {}, element('span', { class: 'id', id: id + '-name' }, id)), element('dl', { id: id + '-seen' }))),
    native!, shimmed!, table!,
    cell('cell', { class: 'switch' },
      element('span', { class: 'label', 'aria-hidden': 'true' }, 'Switch'),
      element('select', { name: 'clause ' + id, id: id + '-switch', 'aria-labelledby': id + '-name column-switch', autocomplete: 'off' },
        SWITCHES.map((name) => element('option', { value: name }, name)))));
}

/** Writes into the table what has been seen, and what the shim does. While a run is not over, what it has not broken is still open. */
export function showVerdicts({ native, shimmed, report, predicted }: Verdicts, isOver: boolean): void {
  native.results.forEach((result, i) => {
    const { id } = result;
    const with_ = shimmed.results[i]!;
    verdict(id + '-native', 'Native', result, isOver);
    verdict(id + '-shimmed', 'With the shim', with_, isOver);
    fill(byId(id + '-table'), decision(lineOf(report, id), lineOf(predicted, id)));
    fill(byId(id + '-seen'), [element('dt', {}, 'expected'), element('dd', {}, withCode(result.expected))].concat(observed('seen natively', result), observed('seen with the shim', with_)));
  });
}

/** Puts the rows in order: what is broken with the shim, what is broken natively, the others. */
export function sortRows({ native, shimmed }: Run): void {
  const rank = (i: number) => (shimmed.results[i]!.verdict === 'broken' ? 0 : native.results[i]!.verdict === 'broken' ? 1 : 2);
  const rows = byId('rows');
  // Moving a row takes the focus out of it.
  const focused = document.activeElement as HTMLElement | null;
  [0, 1, 2].forEach((wanted) => native.results.forEach(({ id }, i) => { if (rank(i) === wanted) rows.appendChild(byId(id + '-row')); }));
  if (focused && rows.contains(focused)) focused.focus();
}

const lineOf = (lines: readonly ReportLine[], id: string) => lines.filter((line) => line.id === id)[0];

function verdict(place: string, label: string, result: ClauseResult, isOver: boolean): void {
  const isOpen = !isOver && result.verdict !== 'broken';
  const { sign, word } = isOpen ? PENDING : VERDICTS[result.verdict];
  fill(byId(place), [
    element('span', { class: 'label', 'aria-hidden': 'true' }, label), ' ',
    element('span', { class: 'verdict ' + (isOpen ? 'cannot-tell' : result.verdict) }, element('span', { 'aria-hidden': 'true' }, sign), ' ', element('span', { class: 'word' }, word)),
  ]);
}

function decision(done: ReportLine | undefined, planned: ReportLine | undefined): Piece[] {
  if (!done) return [element('span', {}, 'nothing')];
  const chosen = done.because === 'option' && planned;
  return [
    element('span', { class: 'decision ' + done.decision }, done.decision.replace('-', ' ')),
    element('small', {}, ' ' + (chosen ? 'by the option; by itself ' + planned.decision.replace('-', ' ') + ': ' + planned.because : done.because)),
  ];
}

const observed = (title: string, { observed: what }: ClauseResult): Piece[] =>
  what.length ? [element('dt', {}, title), element('dd', {}, element('ul', {}, what.map((one) => element('li', {}, one))))] : [];
