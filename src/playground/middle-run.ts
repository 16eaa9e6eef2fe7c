import type { Recording } from '../check';
import { inMs } from '../timeline/place-marks.mjs';
import type { Seen } from './run';
import type { Mode } from './side';

/** Of the recordings of a situation the one in which `close()` took neither the least nor the most time; of two the quicker one. */
export function middleOf(recordings: readonly Recording[], scene: string): Recording | undefined {
  const all = recordings.filter((one) => one.scene === scene).sort((a, b) => a.took - b.took);
  return all[(all.length - 1) >> 1];
}

/** How long `close()` took in the runs of a situation that was closed several times; empty for others. */
export function timesOf(seen: Record<Mode, Pick<Seen, 'recordings'>>, scene: string): string {
  const runs = (mode: Mode) => seen[mode].recordings.filter((one) => one.scene === scene).length;
  const [native, shimmed] = [middleOf(seen.native.recordings, scene), middleOf(seen.shimmed.recordings, scene)];
  if (!native || !shimmed || runs('native') < 3 || runs('shimmed') < 3) return '';
  return 'Closed ' + runs('native') + ' times each, in alternating order: by the median, close() returns after ' + inMs(native.took) + ' ms natively and after ' + inMs(shimmed.took) + ' ms with the shim. The runs with these medians are drawn.';
}
