import type { CheckResult } from '../check';
import type { Options, ReportLine } from '../fn';
import { crashesAtStats } from './crashes-at-stats';
import { makeFrame } from './frame-realm';
import { globals } from './globals';

/** Natively or with the shim. */
export type Mode = 'native' | 'shimmed';

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

/** Is told what is being done. */
export interface Listener {
  onStep(mode: Mode, step: string): void;
  /** The first half is done. */
  onNative(checked: CheckResult): void;
}

/** Runs the suite twice, each time in a frame of its own: as it is, and with the shim installed. */
export async function run(options: Options, listener: Listener): Promise<Run> {
  const shim = globals.rtcCloseShim!;
  let report: ReportLine[] = [];
  const native = await runIn('native', () => undefined, listener);
  listener.onNative(native);
  const shimmed = await runIn('shimmed', (realm) => { report = shim.install(realm, options).report(); }, listener);
  const { userAgent } = navigator;
  return { version: shim.version, date: new Date().toISOString(), userAgent, options, predicted: shim.report(), native, report, shimmed };
}

/** Runs the suite in a frame of its own, once something has been done to it. */
export async function runIn(mode: Mode, prepare: (realm: Window) => void, { onStep }: Pick<Listener, 'onStep'>): Promise<CheckResult> {
  const { realm, remove } = await makeFrame();
  try {
    prepare(realm);
    return await globals.rtcCloseCheck!.check(realm, { onProgress: (step) => onStep(mode, step), withoutStats: crashesAtStats(navigator.userAgent) });
  } finally {
    remove();
  }
}
