import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { makeReport } from './make-report.mjs';
import { painter } from './paint.mjs';
import { exitCode } from './problems.mjs';
import { readArguments, USAGE } from './read-arguments.mjs';
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
export function lab(args, world) {
  return runCommand({ name: 'npm start', usage: USAGE, read: readArguments, run: (options) => show(options, world) }, args, world);
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
  const report = makeReport(world.version, await runBrowsers(wantedBrowsers(found, browsers), world.runSuite, progress), missing);
  const files = await writeReport(folder, report);
  if (json) stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else stdout.write(inWords(report, files, painter(stdout)));
  if (!once) {
    const server = await serveReport(folder, port);
    stdout.write(`\nOpen ${server.url}/ for the playground, ${server.url}/report/ for the report (Ctrl-C ends)\n`);
    await askedToEnd();
    await server.close();
  }
  return exitCode(report);
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
