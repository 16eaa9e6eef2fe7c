import { mkdir, writeFile } from 'node:fs/promises';
import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { readMemoryArguments, USAGE } from './memory-arguments.mjs';
import { memoryTable } from './memory-table.mjs';

/**
 * @typedef {import('../commands/output.mjs').Stream} Stream
 * @typedef {import('./run-memory.mjs').MemoryRun} MemoryRun
 *
 * @typedef {object} World what the command works on
 * @property {typeof import('../browsers/find-browsers.mjs').findBrowsers} findBrowsers
 * @property {typeof import('./run-memory.mjs').runMemory} runMemory
 * @property {string} reportFolder ends with a slash
 * @property {string} resultsFolder ends with a slash
 * @property {Stream} stdout
 * @property {Stream} stderr
 */

/**
 * The command behind `npm run memory`.
 * @param {string[]} args
 * @param {World} world
 * @returns {Promise<number>} the exit code
 */
export function memoryCommand(args, world) {
  return runCommand({ name: 'npm run memory', usage: USAGE, read: readMemoryArguments, run: (options, output) => measure(options, world, output) }, args, world);
}

/**
 * @param {{ browsers: string[], quick: boolean, save: boolean }} options
 * @param {World} world
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<import('../commands/run-command.mjs').Outcome>}
 */
async function measure({ browsers, quick, save }, { findBrowsers, runMemory, reportFolder, resultsFolder }, output) {
  const chosen = wantedBrowsers((await findBrowsers()).found, browsers);
  /** @type {MemoryRun[]} */
  const runs = [];
  /** @type {string[]} */
  const failed = [];
  output.expect(chosen.length);
  for (const browser of chosen) {
    const { name } = browser;
    output.step(name, 'starting');
    try {
      const run = await runMemory(browser, { quick, onProgress: (mode, step) => output.step(name, `${mode}, ${step}`) });
      runs.push(run);
      output.done(name, 'measured');
      output.tell(inWords(run));
      if (save) await store(resultsFolder, `${name}.json`, run);
    } catch (error) {
      failed.push(name);
      output.done(name, 'not measured');
      output.note(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await store(reportFolder, 'memory.json', runs);
  const broken = runs.filter(({ verdicts }) => verdicts.some(({ ok }) => !ok)).map(({ browser }) => browser);
  return { isWell: broken.length + failed.length === 0, summary: summaryOf(runs, broken, failed) };
}

/** @param {MemoryRun} run */
function inWords(run) {
  const name = `${run.browser} (${run.version}), ${run.sizes.connections} connections`;
  return `${memoryTable(run)}\n${run.verdicts.map(({ ok, text }) => `${ok ? '✓' : '✗'} ${name}: ${text}`).join('\n')}\n`;
}

/**
 * @param {MemoryRun[]} runs
 * @param {string[]} broken
 * @param {string[]} failed
 */
function summaryOf(runs, broken, failed) {
  if (failed.length) return `not measured: ${failed.join(', ')}`;
  if (broken.length) return `with the shim more stays alive than natively in ${broken.join(', ')}`;
  return `with the shim no more stays alive than natively: ${runs.map(({ browser, sizes }) => `${browser} (${sizes.connections} connections)`).join(', ')}`;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {unknown} json
 */
async function store(folder, name, json) {
  await mkdir(folder, { recursive: true });
  await writeFile(folder + name, `${JSON.stringify(json, undefined, 2)}\n`);
}
