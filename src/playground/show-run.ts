import type { CheckResult } from '../check';
import { element } from '../timeline/element.mjs';
import { tally } from '../timeline/tally.mjs';
import { byId } from './by-id';
import { clauseTable, showVerdicts } from './clause-table';
import { fill } from './make-nodes';
import { comparePrediction } from './prediction';
import type { Run } from './run';
import { sceneDrawing, scenesOf } from './scene-drawing';
import { scoreCard } from './score-card';

const TITLES = { native: 'Native', shimmed: 'With rtc-close-shim' };

/** Shows how the first half of a run came out, while the second is under way. */
export function showNative(native: CheckResult): void {
  fill(byId('scores'), [scoreCard(TITLES.native, native), element('li', { class: 'waiting' }, element('h2', {}, TITLES.shimmed), element('p', { class: 'muted' }, 'is being closed …'))]);
}

/** Shows all that a run has seen. The clauses' switches stay as they are. */
export function showRun(run: Run): void {
  fill(byId('scores'), run.predicted.length ? [scoreCard(TITLES.native, run.native), scoreCard(TITLES.shimmed, run.shimmed)] : []);
  if (!byId('table').firstChild) fill(byId('table'), [clauseTable(run.native.results)]);
  showVerdicts(run);
  byId('prediction').textContent = comparePrediction(run.predicted, run.native.results);
  ['clauses', 'result'].forEach((id) => { byId(id).hidden = false; });
  byId('contribute').hidden = !run.predicted.length;
  const scenes = scenesOf(run);
  byId('timelines').hidden = scenes.length === 0;
  fillScenes(scenes);
  if (scenes.length) drawScene(run);
}

/** Draws the chosen situation as wide as its place. */
export function drawScene(run: Run): void {
  const place = byId('drawing');
  fill(place, sceneDrawing(run, byId<HTMLSelectElement>('scene').value, place.clientWidth));
}

/** How a run came out, in a sentence. */
export function outcome({ predicted, native, shimmed }: Run): string {
  const [without, with_] = [tally(native.results), tally(shimmed.results)];
  if (!predicted.length) return 'Done: there was nothing to close.';
  return 'Done. Natively ' + without.holds + ' of ' + without.of + ' clauses hold, with the shim ' + with_.holds + ' of ' + with_.of + '.';
}

function fillScenes(scenes: string[]): void {
  const select = byId<HTMLSelectElement>('scene');
  const chosen = select.value;
  fill(select, scenes.map((name) => element('option', { value: name, selected: name === chosen && 'selected' }, name)));
}
