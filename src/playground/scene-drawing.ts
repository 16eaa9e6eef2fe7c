import { deviations } from '../timeline/deviations.mjs';
import { type Drawing, drawTimelines } from '../timeline/draw-timelines.mjs';
import { type Piece, element } from '../timeline/element.mjs';
import { eventList } from '../timeline/event-list.mjs';
import type { Heeded } from '../timeline/judge-events.mjs';
import { legend } from '../timeline/legend.mjs';
import { timelineOf } from '../timeline/timeline.mjs';
import { middleOf } from './middle-run';
import type { Seen } from './run';
import { MODES, type Mode } from './side';

const TITLES: Record<Mode, string> = { native: 'Native', shimmed: 'With the shim' };
const TAGS: Record<Mode, string> = { native: 'native', shimmed: 'shim' };
// While it is drawn, events come onto an axis that stands still.
const LEAST_MS = 16;

/** A `close()` that is being watched. */
export interface Live {
  mode: Mode;
  so: Heeded & { scene: string };
}

/** What is drawn of a situation. */
export interface Shown {
  seen: Record<Mode, Pick<Seen, 'recordings' | 'failures'>>;
  live?: Live | undefined;
  width: number;
  /** Whether the words below it are unfolded. */
  unfolded: boolean;
}

/** Both timelines of a situation, the legend, and the same in words; where there is none, why. Undefined where nothing has been seen yet. */
export function sceneDrawing(scene: string, { seen, live, width, unfolded }: Shown): Piece[] | undefined {
  const missing: Piece[] = [];
  const words: Piece[] = [];
  const drawings = MODES.map((mode): Drawing => {
    const failure = seen[mode].failures[scene];
    const recording: Heeded | undefined = middleOf(seen[mode].recordings, scene) || (live && live.mode === mode && live.so.scene === scene ? live.so : undefined);
    const drawing = { heading: TITLES[mode], tag: TAGS[mode] };
    if (!recording) {
      if (failure) missing.push(element('p', { class: 'notice' }, TITLES[mode] + ': no picture. ' + failure));
      return { ...drawing, finding: failure ? 'could not be made' : 'comes next …' };
    }
    const timeline = timelineOf(recording);
    if (recording.later) words.push(...eventList(TITLES[mode], timeline));
    return { ...drawing, finding: deviations(timeline), timeline };
  });
  const drawn = drawings.filter(({ timeline }) => timeline);
  if (!drawn.length) return missing.length ? missing : undefined;
  const about = { id: 'close', title: 'One close(), ' + scene, description: drawn.map(({ heading, finding }) => heading + ': ' + finding + '.').join(' ') + ' The same in words is below.', width, least: LEAST_MS };
  return missing.concat(
    drawTimelines(about, drawings),
    legend(),
    words.length ? element('details', { class: 'in-words', open: unfolded && 'open' }, element('summary', {}, 'The same in words'), element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'The timelines in words' }, words)) : [],
  );
}
