import type { Watcher } from '../conformance/record';
import { element } from '../timeline/element.mjs';
import { byId } from './by-id';
import { fill } from './make-nodes';
import { timesOf } from './middle-run';
import { SITUATIONS } from './plan';
import type { Seen } from './run';
import type { Mode } from './side';
import { type Live, sceneDrawing } from './scene-drawing';

const NOTHING: Record<Mode, Pick<Seen, 'recordings' | 'failures'>> = { native: { recordings: [], failures: {} }, shimmed: { recordings: [], failures: {} } };

/** The section with the timelines of the chosen situation. */
export interface TimelineSection {
  situation(): string;
  choose(situation: string): void;
  /** Draws what has been seen. */
  show(seen: Record<Mode, Pick<Seen, 'recordings' | 'failures'>>): void;
  /** Draws again, as wide as there is room now. */
  redraw(): void;
  /** Draws what a mode does while it does it. */
  watching(mode: Mode): Watcher;
  /** Forgets what has been seen: another run begins. */
  clear(): void;
}

/** Makes the section work. */
export function timelineSection(): TimelineSection {
  const select = byId<HTMLSelectElement>('scene');
  const place = byId('drawing');
  let seen = NOTHING;
  let live: Live | undefined;
  let isDue = false;
  fill(select, SITUATIONS.map((name) => element('option', { value: name }, name)));

  const redraw = () => {
    isDue = false;
    const unfolded = !!place.querySelector('details[open]');
    const pieces = sceneDrawing(select.value, { seen, live, width: place.clientWidth, unfolded });
    fill(place, pieces || [element('p', { class: 'waiting' }, 'Two peer connections are connected to each other, then one is closed …')]);
    byId('times').textContent = timesOf(seen, select.value);
  };
  // Once a frame: drawing holds up what is being watched.
  const redrawSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { if (isDue) redraw(); });
  };
  return {
    situation: () => select.value,
    choose(situation) {
      select.value = situation;
      redraw();
    },
    show(now) {
      seen = now;
      live = undefined;
      redraw();
    },
    redraw,
    watching: (mode) => ({
      onClosed(so) {
        live = { mode, so };
        redrawSoon();
      },
      onHeard: redrawSoon,
    }),
    clear() {
      seen = NOTHING;
      live = undefined;
      redraw();
    },
  };
}
