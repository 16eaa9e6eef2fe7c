import { deviations } from '../timeline/deviations.mjs';
import { type Drawing, drawTimelines } from '../timeline/draw-timelines.mjs';
import { type Piece, element } from '../timeline/element.mjs';
import { eventList } from '../timeline/event-list.mjs';
import { legend } from '../timeline/legend.mjs';
import { timelineOf } from '../timeline/timeline.mjs';
import type { Mode, Run } from './run';

const TITLES: Record<Mode, string> = { native: 'Native', shimmed: 'With the shim' };
const MODES = ['native', 'shimmed'] as const;

/** The names of the situations that a run has a recording of, in their order. */
export function scenesOf({ native, shimmed }: Run): string[] {
  const names = native.recordings.concat(shimmed.recordings).map(({ scene }) => scene);
  return names.filter((name, i) => names.indexOf(name) === i);
}

/** Both timelines of a situation, the legend, and the same in words; where there is none, why. */
export function sceneDrawing(run: Run, scene: string, width: number): Piece[] {
  const drawings: Drawing[] = [];
  const words: Piece[] = [];
  const missing: Piece[] = [];
  MODES.forEach((mode) => {
    const { recordings, failures } = run[mode];
    const recording = recordings.filter((one) => one.scene === scene)[0];
    if (!recording) {
      missing.push(element('p', { class: 'notice' }, TITLES[mode] + ': no picture. ' + (failures[scene] || 'The situation could not be made.')));
      return;
    }
    const timeline = timelineOf(recording);
    drawings.push({ heading: TITLES[mode], finding: deviations(timeline), timeline });
    eventList(TITLES[mode], timeline).forEach((table) => words.push(table));
  });
  if (!drawings.length) return missing;
  const about = { id: 'close', title: 'One close(), ' + scene, description: drawings.map(({ heading, finding }) => heading + ': ' + finding + '.').join(' ') + ' The same in words is below.', width };
  return missing.concat(
    drawTimelines(about, drawings),
    legend(),
    element('details', { class: 'in-words' }, element('summary', {}, 'The same in words'), element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The timelines in words' }, words)),
  );
}
