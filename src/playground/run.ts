import { type CheckResult, check } from '../check';
import { judge } from '../conformance/check';
import { connectionConstructor } from '../conformance/realm';
import type { Watcher } from '../conformance/record';
import type { Options, ReportLine } from '../fn';
import { audioWithoutGesture } from './audio-without-gesture';
import { crashesAtStats } from './crashes-at-stats';
import { makeFrame } from './frame-realm';
import { globals } from './globals';
import { planOf, secondsLeft } from './plan';
import { MODES, type Mode, type Side } from './side';

/** What was seen of both modes: what is copied and downloaded. */
export interface Run {
  version: string;
  date: string;
  userAgent: string;
  options: Options;
  /** What the shim's table says of this browser, whatever the options. */
  predicted: ReportLine[];
  native: CheckResult;
  /** What the shim did, with these options. */
  report: ReportLine[];
  shimmed: CheckResult;
}

/** What has been seen of a mode so far. */
export type Seen = Omit<CheckResult, 'results'>;

/** Where a run stands. */
export interface Progress {
  mode: Mode;
  situation: string;
  /** Which one of all closings it is, from 1 on. */
  nth: number;
  of: number;
  secondsLeft: number;
}

/** Is told what is being done, and what was seen. */
export interface Listener {
  onStep(progress: Progress): void;
  /** What happens while a situation is recorded. */
  watching(mode: Mode): Watcher;
  /** One more situation has been closed. */
  onSeen(seen: Record<Mode, Seen>, results: Record<Mode, CheckResult['results']>, report: ReportLine[]): void;
}

/**
 * Closes connections in every situation, natively in one frame and with the shim in another. The situation that leads comes first
 * and three times; which of the two goes first alternates, so that its place in the run makes neither look slower.
 */
export async function run(options: Options, lead: string, listener: Listener): Promise<Run> {
  const shim = globals.rtcCloseShim!;
  const frames = await Promise.all([makeFrame(), makeFrame()]);
  const sides = MODES.map((mode, i) => sideOf(mode, frames[i]!.realm));
  const seen = { native: sides[0]!.seen, shimmed: sides[1]!.seen };
  const report = shim.install(sides[1]!.realm, options).report();
  const resultsOf = ({ realm, seen: evidence }: Side) => judge({ page: realm, ...evidence }, evidence.failures);
  const results = () => ({ native: resultsOf(sides[0]!), shimmed: resultsOf(sides[1]!) });
  try {
    const plan = connectionConstructor(sides[0]!.realm) ? planOf(lead) : [];
    const from = Date.now();
    for (let i = 0; i < plan.length; i++) {
      const { situation, perform } = plan[i]!;
      const order = i % 2 ? sides.slice().reverse() : sides;
      for (let j = 0; j < order.length; j++) {
        const { mode, seen: { failures } } = order[j]!;
        listener.onStep({ mode, situation, nth: 2 * i + j + 1, of: 2 * plan.length, secondsLeft: secondsLeft(plan, i + j / 2, Date.now() - from) });
        try {
          await perform(order[j]!, listener.watching(mode));
        } catch (error) {
          failures[situation] = String(error);
        }
        listener.onSeen(seen, results(), report);
      }
    }
    const found = results();
    const { userAgent } = navigator;
    const checked = (mode: Mode): CheckResult => ({ results: found[mode], ...seen[mode] });
    return { version: shim.version, date: new Date().toISOString(), userAgent, options, predicted: shim.report(), native: checked('native'), report, shimmed: checked('shimmed') };
  } finally {
    frames.forEach(({ remove }) => remove());
  }
}

function sideOf(mode: Mode, realm: Window): Side {
  audioWithoutGesture(realm);
  return { mode, realm, seen: { recordings: [], peerRecordings: [], calls: {}, failures: {} }, withoutStats: crashesAtStats(navigator.userAgent) };
}

/** Runs the whole suite in a frame of its own, as the matrix does, once something has been done to it. */
export async function runIn(prepare: (realm: Window) => void, onProgress: (step: string) => void): Promise<CheckResult> {
  const { realm, remove } = await makeFrame();
  try {
    prepare(realm);
    return await check(realm, { onProgress, withoutStats: crashesAtStats(navigator.userAgent) });
  } finally {
    remove();
  }
}
