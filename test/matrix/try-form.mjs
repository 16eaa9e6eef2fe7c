import { addUp } from '../../src/measurement/findings.mjs';
import { browserOf } from '../commands/runnable-builds.mjs';
import { runSuite } from '../suite/run-suite.mjs';
import { inParallel } from './in-parallel.mjs';
import { toMeasurement } from './measurement.mjs';
import { runPatiently } from './run-patiently.mjs';
import { shortfalls } from './shortfalls.mjs';

/**
 * Runs the suite in builds with another form of the shim than the script tag; stores nothing, and one that fails stops no other.
 * @param {readonly import('./measure-builds.mjs').Candidate[]} candidates
 * @param {Pick<import('./measure-builds.mjs').Options, 'repeat' | 'jobs' | 'output'>} options
 * @param {import('../suite/run-suite.mjs').Form} form
 * @returns {Promise<string[]>} what is wrong
 */
export async function tryForm(candidates, { repeat, jobs, output }, form) {
  output.expect(candidates.length);
  /** @type {string[]} */
  const problems = [];
  await inParallel(candidates, jobs, async ({ name, find }) => {
    try {
      output.step(name, 'starting');
      const build = await find();
      const browser = await browserOf(build, output);
      let taken = '';
      /** @type {typeof runSuite} */
      const run = async (where, options) => {
        const done = await runSuite(where, { ...options, form });
        taken = form === 'modules' ? 'as modules' : done.adapter ? `with adapter, to which it is ${done.adapter.browser} ${done.adapter.version}` : 'without adapter, which fails there';
        return done;
      };
      const runs = [];
      for (let i = 0; i < repeat; i++) runs.push((await runPatiently(browser, true, run)).findings);
      const short = shortfalls(toMeasurement(build, '', { native: {}, shimmed: addUp(runs) }));
      problems.push(...short.map((what) => `${name} ${form === 'modules' ? 'with the modules' : 'with adapter and the shim'}: ${what}`));
      output.done(name, `${short.length ? `${short.length} shortfalls` : 'keeps the contract'} ${taken}`);
    } catch (error) {
      problems.push(`${name} was not tried: ${error instanceof Error ? error.message : error}`);
      output.done(name, 'not tried');
    }
  });
  return problems;
}
