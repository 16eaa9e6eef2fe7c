import { counted } from '../../src/timeline/counted.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { readBenchArguments, USAGE } from './bench-arguments.mjs';
import { saveBench, writeBench } from './bench-files.mjs';
import { benchTable } from './bench-table.mjs';

/**
 * @typedef {object} World what the command works on
 * @property {typeof import('../browsers/find-browsers.mjs').findBrowsers} findBrowsers
 * @property {typeof import('./measure-browser.mjs').measureBrowser} measureBrowser
 * @property {{ shim: string, adapter: string }} versions
 * @property {string} folder where the report goes; ends with a slash
 * @property {string} kept where `--save` keeps results; ends with a slash
 * @property {import('../commands/output.mjs').Stream} stdout
 * @property {import('../commands/output.mjs').Stream} stderr
 */

/**
 * The command behind `npm run bench`: measures the browsers that are here, tells and writes what came out.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function runBench(args, world) {
  return runCommand({ name: 'npm run bench', usage: USAGE, read: readBenchArguments, run: (options, output) => bench(options, world, output) }, args, world);
}

/**
 * @param {import('./bench-arguments.mjs').BenchArguments} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function bench({ browsers, save, json, only, rounds, seed }, { findBrowsers, measureBrowser, versions, folder, kept }, output) {
  const chosen = wantedBrowsers((await findBrowsers()).found, browsers);
  /** @type {import('./measure-browser.mjs').Result[]} */
  const results = [];
  /** @type {string[]} */
  const problems = [];
  output.expect(chosen.length);
  for (const browser of chosen) {
    const { name } = browser;
    output.step(name, 'starting');
    try {
      const result = await measureBrowser(browser, {
        only, rounds, seed, versions,
        onProgress: ({ scenario, round, rounds }) => output.step(name, `${scenario}, ${round ? `round ${round} of ${rounds}` : 'warming up'}`),
      });
      results.push(result);
      problems.push(...result.failures.map(({ id, message }) => `${name}: ${id}: ${message}`));
      output.done(name, result.failures.length ? `${result.failures.length} not measured` : 'measured');
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      output.done(name, 'not measured');
    }
  }
  const files = results.length ? await writeBench(folder, results) : [];
  if (save && results.length) files.push(...(await saveBench(kept, results)));
  if (json) output.json(results);
  else if (results.length) output.tell(`${benchTable(results)}\n${files.map((file) => `  ${file}\n`).join('')}`);
  for (const problem of problems) output.note(problem);
  return { isWell: problems.length === 0, summary: `${results.length} of ${chosen.length} browsers measured${problems.length ? `, ${counted(problems.length, 'problem')}` : ''}` };
}
