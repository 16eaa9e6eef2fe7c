import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { showProgress } from '../lab/show-progress.mjs';
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
 * @property {import('../lab/lab.mjs').Stream} stdout
 * @property {import('../lab/lab.mjs').Stream} stderr
 */

/**
 * The command behind `npm run bench`: measures the browsers that are here, tells and writes what came out.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function runBench(args, world) {
  return runCommand({ name: 'npm run bench', usage: USAGE, read: readBenchArguments, run: (options) => bench(options, world) }, args, world);
}

/**
 * @param {Omit<import('./bench-arguments.mjs').BenchArguments, 'help'>} options
 * @param {World} world
 */
async function bench({ browsers, save, json, ...how }, world) {
  const { found } = await world.findBrowsers();
  const chosen = wantedBrowsers(found, browsers);
  /** @type {import('./measure-browser.mjs').Result[]} */
  const results = [];
  const problems = found.length ? [] : ['no browser is here: npm start says how to get one'];
  for (const browser of chosen) {
    const result = await measure(browser, how, world).catch((error) => void problems.push(error.message));
    if (!result) continue;
    results.push(result);
    problems.push(...result.failures.map(({ id, message }) => `${browser.name}: ${id}: ${message}`));
  }
  const files = results.length ? await writeBench(world.folder, results) : [];
  if (save && results.length) files.push(...(await saveBench(world.kept, results)));
  world.stdout.write(json ? `${JSON.stringify(results, undefined, 2)}\n` : `${results.length ? benchTable(results) : ''}\n${files.map((file) => `  ${file}\n`).join('')}`);
  if (problems.length) world.stderr.write(`${problems.join('\n')}\n`);
  return problems.length ? 1 : 0;
}

/**
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {{ only: string[], rounds: number, seed: number }} how
 * @param {World} world
 */
async function measure(browser, how, { measureBrowser, versions, stderr }) {
  const progress = showProgress(stderr);
  const from = performance.now();
  const since = () => `${((performance.now() - from) / 1000).toFixed(0)} s`;
  progress.note(`${browser.name}: starting …`);
  let last = '';
  try {
    return await measureBrowser(browser, {
      ...how,
      versions,
      onProgress({ scenario, round, rounds }) {
        progress.note(`${browser.name} ${scenario}: ${round ? `round ${round} of ${rounds}` : 'warming up'} (${since()}) …`);
        // Where there is no live line, one a scenario shows that it goes on.
        if (!stderr.isTTY && scenario !== last) stderr.write(`${browser.name} ${scenario} … (${since()})\n`);
        last = scenario;
      },
    });
  } finally {
    progress.clear();
    stderr.write(`${browser.name}: ${since()}\n`);
  }
}
