import { mkdir, writeFile } from 'node:fs/promises';
import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { readMemoryArguments, USAGE } from './memory-arguments.mjs';
import { memoryTable } from './memory-table.mjs';

/**
 * @typedef {{ write(text: string): unknown, isTTY?: boolean }} Stream
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
  return runCommand({ name: 'npm run memory', usage: USAGE, read: readMemoryArguments, run: (options) => measure(options, world) }, args, world);
}

/**
 * @param {{ browsers: string[], quick: boolean, save: boolean }} options
 * @param {World} world
 */
async function measure({ browsers, quick, save }, world) {
  const { found } = await world.findBrowsers();
  const chosen = wantedBrowsers(found, browsers);
  /** @type {MemoryRun[]} */
  const runs = [];
  let failed = chosen.length === 0 ? 'no browser was found' : '';
  for (const browser of chosen) {
    try {
      const run = await world.runMemory(browser, { quick, onProgress: (mode, step) => live(world.stderr, `${browser.name} ${mode}: ${step} …`) });
      runs.push(run);
      live(world.stderr, '');
      world.stdout.write(inWords(run));
      if (save) await store(world.resultsFolder, `${browser.name}.json`, run);
    } catch (error) {
      failed = `${browser.name}: ${error instanceof Error ? error.message : error}`;
      world.stderr.write(`\n${failed}\n`);
    }
  }
  await store(world.reportFolder, 'memory.json', runs);
  const broken = runs.filter(({ verdicts }) => verdicts.some(({ ok }) => !ok)).map(({ browser }) => browser);
  world.stdout.write(`${lastLine(runs, broken, failed)}\n`);
  return broken.length || failed ? 1 : 0;
}

/** @param {MemoryRun} run */
function inWords(run) {
  const name = `${run.browser} (${run.version}), ${run.sizes.connections} connections`;
  return `${memoryTable(run)}\n${run.verdicts.map(({ ok, text }) => `${ok ? '✓' : '✗'} ${name}: ${text}`).join('\n')}\n\n`;
}

/**
 * @param {MemoryRun[]} runs
 * @param {string[]} broken
 * @param {string} failed
 */
function lastLine(runs, broken, failed) {
  if (failed) return `Not measured: ${failed}`;
  if (broken.length) return `With the shim more stays alive than natively in ${broken.join(', ')}`;
  return `With the shim no more stays alive than natively: ${runs.map(({ browser, sizes }) => `${browser} (${sizes.connections} connections)`).join(', ')}`;
}

/**
 * @param {Stream} stream
 * @param {string} text
 */
function live(stream, text) {
  if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
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
