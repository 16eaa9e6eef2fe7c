import { counted } from '../../src/timeline/counted.mjs';
import { selectBuilds } from '../browsers/select-builds.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { browserOf, runnableBuilds } from '../commands/runnable-builds.mjs';
import { HARNESS, seenIn, withMeasurement } from './expectations.mjs';
import { tellChanges, tellUnknown } from './tell-changes.mjs';
import { USAGE, readWptArguments } from './wpt-arguments.mjs';

/**
 * @typedef {import('../browsers/build-catalogue.mjs').Build} Build
 *
 * @typedef {object} World what the command works on
 * @property {() => Promise<Build[]>} findBuilds
 * @property {typeof import('./run-wpt.mjs').runWpt} runWpt
 * @property {typeof import('./expectations.mjs').readExpectations} read
 * @property {(expectations: import('./expectations.mjs').Expectations) => void} write
 * @property {() => void} writeTable
 * @property {() => string} today
 * @property {import('../commands/output.mjs').Stream} stdout
 * @property {import('../commands/output.mjs').Stream} stderr
 */

/**
 * The command behind `npm run wpt`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function wptCommand(args, world) {
  return runCommand({ name: 'npm run wpt', usage: USAGE, read: readWptArguments, run: (options, output) => wpt(options, world, output) }, args, world);
}

/**
 * @param {ReturnType<typeof readWptArguments>} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function wpt({ patterns, runs, save }, world, output) {
  const catalogue = await world.findBuilds();
  // Without words those of this machine, which need no fetching.
  const builds = runnableBuilds(patterns.length ? selectBuilds(catalogue, patterns) : catalogue.filter((build) => 'browser' in build), output);
  const total = { changes: 0, failed: 0 };
  output.expect(builds.length);
  for (const build of builds) {
    const { name } = build;
    output.step(name, 'starting');
    try {
      const browser = await browserOf(build, output);
      const results = [];
      for (let run = 1; run <= runs; run++) results.push(await world.runWpt(browser, { onProgress: (test) => output.step(name, `${test}, run ${run} of ${runs}`) }));
      const seen = seenIn(results);
      const expectations = world.read(build.engine);
      const major = Number.parseInt(build.version, 10);
      const unknown = tellUnknown(expectations, major);
      const changes = tellChanges(expectations, major, seen);
      output.done(name, 'done');
      output.tell(`${name}: ${summary(seen)}`);
      if (unknown) output.tell(`  ${unknown}`);
      for (const { sentence } of changes) output.tell(`  ${sentence}`);
      if (save) world.write(withMeasurement(expectations, { version: build.version, runs, date: world.today() }, seen));
      total.changes += changes.length;
    } catch (error) {
      total.failed += 1;
      output.done(name, 'could not be run');
      output.note(`${name} could not be run: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (save) world.writeTable();
  const isWell = builds.length > 0 && total.failed === 0 && (save || total.changes === 0);
  const failed = total.failed ? `, ${total.failed} could not be run` : '';
  return { isWell, summary: `${counted(builds.length, 'browser')}, ${counted(total.changes, 'difference')} from what ${save ? 'was' : 'is'} expected${failed}` };
}

/** @param {import('./expectations.mjs').Seen} seen */
function summary(seen) {
  const outcomes = Object.values(seen).flatMap((subtests) => Object.entries(subtests).flatMap(([name, outcome]) => (name === HARNESS ? [] : [outcome])));
  const count = (/** @type {string} */ wanted) => outcomes.filter((outcome) => outcome === wanted).length;
  return `${count('PASS')} pass, ${count('FAIL')} fail, ${count('EITHER')} in some runs`;
}
