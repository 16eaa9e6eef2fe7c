import { findBrowsers } from './browsers/find-browsers.mjs';
import { runCommand } from './commands/run-command.mjs';
import { listTests } from './runners/list-tests.mjs';
import { runStages } from './runners/run-stages.mjs';
import { selectStages } from './runners/select-stages.mjs';
import { STAGES } from './runners/stages.mjs';
import { readTestArguments, USAGE } from './runners/test-arguments.mjs';

process.exitCode = await runCommand({ name: 'npm test', usage: USAGE, read: readTestArguments, run }, process.argv.slice(2), process);

/**
 * @param {import('./runners/test-arguments.mjs').TestArguments} options
 * @param {import('./commands/output.mjs').Output} output
 */
async function run({ words, firstBrowser }, output) {
  const { found, missing } = await findBrowsers();
  const selection = selectStages(words, STAGES.map((stage) => ({ ...stage, paths: listTests(stage) })), found);
  if (firstBrowser && selection.browsers.length === 0) selection.browsers = found.slice(0, 1).map(({ name }) => name);
  const outcomes = await runStages(selection, output);

  const total = { passed: 0, failed: 0, skipped: 0 };
  output.tell('');
  for (const { title, counts, seconds } of outcomes) {
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
    output.tell(`${counts.failed ? '✗' : '✓'} ${title}: ${tell(counts)} (${seconds} s)`);
  }
  if (selection.runs.some(({ stage }) => stage.needsBrowsers)) {
    const ran = found.filter(({ name }) => selection.browsers.length === 0 || selection.browsers.includes(name));
    output.tell(`\nbrowsers that ran: ${ran.map(({ name, version, source }) => `${name} (${version}, ${source})`).join(', ') || 'none'}`);
    if (selection.browsers.length === 0) for (const { name, reason, install } of missing) output.tell(`skipped: ${name}: ${reason} (${install})`);
  }
  output.tell('');
  return { isWell: total.failed === 0 && total.passed > 0, summary: tell(total) };
}

/** @param {import('./runners/counts.mjs').Counts} counts */
function tell({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
