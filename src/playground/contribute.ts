import { suite } from '../baked';
import { type ContributedRun, type Contribution, RUNS, identify, makeContribution } from '../measurement/contribution.mjs';
import { toFindings } from '../measurement/findings.mjs';
import { globals } from './globals';
import { readBrowser } from './read-browser';
import { runIn } from './run';

/**
 * Measures this browser as the matrix does, natively and with the shim, as often as it takes to see what is a race.
 * @param onStep is told what is being done.
 */
export async function contribute(onStep: (step: string) => void): Promise<Contribution> {
  const shim = globals.rtcCloseShim!;
  const browser = await readBrowser();
  // Before the minutes that it takes: an engine that nobody measures is told so.
  identify(browser);
  const runs: ContributedRun[] = [];
  for (let i = 0; i < RUNS; i++) {
    const say = (what: string) => onStep('run ' + (i + 1) + ' of ' + RUNS + ', ' + what);
    const told = (mode: string) => (step: string) => say(mode + ': ' + step);
    const native = await runIn(() => undefined, told('natively'));
    const shimmed = await runIn((realm) => void shim.install(realm), told('with the shim'));
    const run: ContributedRun = { native: toFindings(native.results), shimmed: toFindings(shimmed.results) };
    if (globals.rtcNeverWorse) {
      run.neverWorse = await globals.rtcNeverWorse.neverWorse({ shim: (realm) => void shim.install(realm), quick: true, progress: (step) => say('never worse: ' + step) });
    }
    runs.push(run);
  }
  return makeContribution({ browser, runs, suite, shim: shim.version, date: new Date().toISOString() });
}
