import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countStage } from './counts.mjs';

/**
 * @typedef {import('./select-stages.mjs').Selection} Selection
 * @typedef {Selection['runs'][number]} Run
 *
 * @typedef {object} Outcome
 * @property {string} title
 * @property {import('./counts.mjs').Counts} counts
 * @property {number} seconds
 */

/** Stages without browsers that run at a time; what they print is shown when they have ended. */
const AT_ONCE = 2;

/**
 * Runs what was selected: stages without browsers side by side, then those with browsers, each alone, since they watch what engines do within milliseconds.
 * @param {Selection} selection
 * @param {import('../commands/output.mjs').Output} output
 * @returns {Promise<Outcome[]>} in the order of the stages
 */
export async function runStages({ runs, browsers }, output) {
  const folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-'));
  const env = { ...process.env, ...(browsers.length && { RTC_CLOSE_SHIM_BROWSERS: browsers.join(',') }) };
  /** @type {Map<Run, Outcome>} */
  const outcomes = new Map();
  const runOne = async (/** @type {Run} */ run, /** @type {boolean} */ isAlone) => {
    const { stage, files } = run;
    const countsFile = join(folder, `${stage.name}.json`);
    const start = Date.now();
    if (isAlone) output.tell(`\n── ${stage.title}`);
    else output.step(stage.title, 'running');
    const { code, text } = await runCommand(stage.command(files), { ...env, COUNTS_FILE: countsFile }, isAlone);
    if (!isAlone) output.tell(`\n── ${stage.title}\n${text.trimEnd()}`);
    const { count } = stage;
    const counts = countStage(code, count && (() => count(JSON.parse(readFileSync(countsFile, 'utf8')))));
    output.done(stage.title, counts.failed ? 'failed' : 'passed');
    outcomes.set(run, { title: stage.title, counts, seconds: Math.round((Date.now() - start) / 1000) });
  };
  output.expect(runs.length);
  try {
    const waiting = runs.filter(({ stage }) => !stage.needsBrowsers);
    // The longest comes last in the list of stages: it begins first, and the short ones run beside it.
    const lane = async () => {
      for (let run = waiting.pop(); run; run = waiting.pop()) await runOne(run, false);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    for (const run of runs.filter(({ stage }) => stage.needsBrowsers)) await runOne(run, true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return runs.flatMap((run) => outcomes.get(run) ?? []);
}

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isShown whether what it prints goes to this process's streams, or is given back
 * @returns {Promise<{ code: number, text: string }>}
 */
const runCommand = ([program = '', ...args], env, isShown) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (more) => (text += more));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
