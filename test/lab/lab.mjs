import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { makeReport } from './make-report.mjs';
import { painter } from './paint.mjs';
import { readArguments, USAGE } from './read-arguments.mjs';
import { runBrowsers } from './run-browsers.mjs';
import { askedToEnd, serveReport } from './serve-report.mjs';
import { terminalSummary } from './terminal-summary.mjs';
import { terminalTable } from './terminal-table.mjs';
import { writeReport } from './write-report.mjs';

/**
 * @typedef {import('../commands/output.mjs').Stream} Stream
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
  return runCommand({ name: 'npm start', usage: USAGE, read: readArguments, run: (options, output) => show(options, world, output) }, args, world);
}

/**
 * @param {import('./read-arguments.mjs').Arguments} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function show({ browsers, once, json, port }, { findBrowsers, runSuite, version, folder, stdout }, output) {
  output.step('browsers', 'looking for them');
  const { found, missing } = await findBrowsers();
  // Where none is here, the report says how to get one.
  const chosen = found.length ? wantedBrowsers(found, browsers) : found;
  const report = makeReport(version, await runBrowsers(chosen, runSuite, output), missing);
  const files = await writeReport(folder, report);
  if (json) output.json(report);
  else output.tell(inWords(report, files, painter(stdout)));
  const outcome = { isWell: report.problems.length === 0, summary: report.figure };
  return once ? outcome : { ...outcome, afterwards: () => serve(folder, port, output) };
}

/**
 * @param {string} folder
 * @param {number} port
 * @param {import('../commands/output.mjs').Output} output
 */
async function serve(folder, port, output) {
  const server = await serveReport(folder, port);
  output.tell(`\nOpen ${server.url}/ for the playground, ${server.url}/report/ for the report (Ctrl-C ends)`);
  await askedToEnd();
  await server.close();
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
