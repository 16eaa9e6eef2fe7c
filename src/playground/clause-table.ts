import type { CheckResult, ClauseResult } from '../check';
import type { ReportLine } from '../fn';
import { type Piece, element } from '../timeline/element.mjs';
import { VERDICTS } from '../timeline/verdicts.mjs';
import { withCode } from '../timeline/with-code.mjs';
import { fill } from './make-nodes';
import type { Run } from './run';

const SWITCHES = ['auto', 'force', 'off'];
const COLUMNS = [['native', 'Native'], ['shimmed', 'With the shim'], ['table', 'What the shim does, and why'], ['switch', 'Switch']];

// A narrow page lays rows out as blocks, which takes a table's meaning away where it is not said.
const cell = (role: 'cell' | 'rowheader' | 'columnheader', attributes: Record<string, string>, ...children: (Piece | string)[]) =>
  element(role === 'cell' ? 'td' : 'th', { role, ...attributes }, children);

/** The clauses with their switches; what a run says of them goes into it by `showVerdicts`. */
export function clauseTable(results: readonly ClauseResult[]): Piece {
  const heads = [cell('columnheader', { scope: 'col', class: 'clause' }, 'Clause')]
    .concat(COLUMNS.map(([name, title]) => cell('columnheader', { scope: 'col', class: name!, id: 'column-' + name }, title!)));
  return element('table', { class: 'clauses', role: 'table', 'aria-labelledby': 'clauses-heading' },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, heads)),
    element('tbody', { role: 'rowgroup' }, results.map(row)));
}

function row({ id, text }: ClauseResult): Piece {
  const [native, shimmed, table] = ['native', 'shimmed', 'table'].map((name) => cell('cell', { class: name, id: id + '-' + name }));
  return element('tr', { role: 'row' },
    cell('rowheader', { scope: 'row', class: 'clause' },
      element('span', { class: 'sentence' }, withCode(text)),
      element('details', {}, element('summary', {}, element('span', { class: 'id', id: id + '-name' }, id)), element('dl', { id: id + '-seen' }))),
    native, shimmed, table,
    cell('cell', { class: 'switch' },
      element('span', { class: 'label', 'aria-hidden': 'true' }, 'Switch'),
      element('select', { name: 'clause ' + id, id: id + '-switch', 'aria-labelledby': id + '-name column-switch', autocomplete: 'off' },
        SWITCHES.map((name) => element('option', { value: name }, name)))));
}

/** Writes into the table what a run has seen, and what the shim did in it. */
export function showVerdicts({ native, shimmed, report, predicted }: Run): void {
  native.results.forEach((result, i) => {
    const { id } = result;
    const with_ = shimmed.results[i]!;
    verdict(id + '-native', 'Native', result);
    verdict(id + '-shimmed', 'With the shim', with_);
    const place = document.getElementById(id + '-table');
    if (place) fill(place, decision(lineOf(report, id), lineOf(predicted, id)));
    const seen = document.getElementById(id + '-seen');
    if (seen) fill(seen, [element('dt', {}, 'expected'), element('dd', {}, withCode(result.expected))].concat(observed('seen natively', result), observed('seen with the shim', with_)));
  });
}

const lineOf = (lines: ReportLine[], id: string) => lines.filter((line) => line.id === id)[0];

function verdict(place: string, label: string, result: CheckResult['results'][number]): void {
  const { sign, word } = VERDICTS[result.verdict];
  const into = document.getElementById(place);
  if (!into) return;
  fill(into, [element('span', { class: 'label', 'aria-hidden': 'true' }, label), ' ', element('span', { class: 'verdict ' + result.verdict }, element('span', { 'aria-hidden': 'true' }, sign), ' ', element('span', { class: 'word' }, word))]);
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
