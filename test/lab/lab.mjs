import { chooseBrowsers } from '../browsers/choose-browsers.mjs';
import { makeReport } from './make-report.mjs';
import { painter } from './paint.mjs';
import { exitCode } from './problems.mjs';
import { readArguments, USAGE, UsageError } from './read-arguments.mjs';
import { runBrowsers } from './run-browsers.mjs';
import { askedToEnd, serveReport } from './serve-report.mjs';
import { showProgress } from './show-progress.mjs';
import { terminalSummary } from './terminal-summary.mjs';
import { terminalTable } from './terminal-table.mjs';
import { writeReport } from './write-report.mjs';

/**
 * @typedef {{ write(text: string): unknown, isTTY?: boolean }} Stream
 *
 * @typedef {object} World what the command works on
 * @property {typeof import('../browsers/find-browsers.mjs').findBrowsers} findBrowsers
 * @property {typeof import('../suite/run-suite.mjs').runSuite} runSuite
 * @property {string} version the shim's
 * @property {string} folder where the report goes; ends with a slash
 * @property {Stream} stdout
 * @property {Stream} stderr
 */

/**
 * The command behind `npm start`: runs the suite in the browsers that are here, tells, writes and serves what came out.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export async function lab(args, world) {
  try {
    const { help, ...options } = readArguments(args);
    if (!help) return await show(options, world);
    world.stdout.write(USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`${error.message}\nSee npm start -- --help\n`);
    return 2;
  }
}

/**
 * @param {Omit<import('./read-arguments.mjs').Arguments, 'help'>} options
 * @param {World} world
 */
async function show({ browsers, once, json, port }, world) {
  const { stdout, stderr, folder } = world;
  const progress = showProgress(stderr);
  progress.note('looking for browsers …');
  const { found, missing } = await world.findBrowsers();
  progress.clear();
  const report = makeReport(world.version, await runBrowsers(wanted(found, browsers), world.runSuite, progress), missing);
  const files = await writeReport(folder, report);
  if (json) stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else stdout.write(inWords(report, files, painter(stdout)));
  if (!once) {
    const server = await serveReport(folder, port);
    stdout.write(`\nOpen ${server.url}/ (Ctrl-C ends)\n`);
    await askedToEnd();
    await server.close();
  }
  return exitCode(report);
}

/**
 * @param {import('../browsers/find-browsers.mjs').Browser[]} found
 * @param {string[]} names
 */
function wanted(found, names) {
  if (names.length === 0) return found;
  const { chosen, unknown } = chooseBrowsers(found, names);
  if (unknown.length === 0) return chosen;
  throw new UsageError(`--browser ${unknown.join(', ')}: not here; found: ${found.map(({ name }) => name).join(', ') || 'none'}`);
}

/**
 * @param {import('./make-report.mjs').Report} report
 * @param {string[]} files
 * @param {import('./paint.mjs').Paint} paint
 */
function inWords(report, files, paint) {
  const table = terminalTable(report, paint);
  const withLegend = table && `${table}\n✓ holds  ✗ broken  – cannot tell`;
  return `${[withLegend, terminalSummary(report, paint), `${paint('bold', 'Report')}\n  ${files.join('\n  ')}`].filter(Boolean).join('\n\n')}\n`;
}
