import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HELP, parseOptions } from '../commands/parse-options.mjs';
import { runCommand } from '../commands/run-command.mjs';
import { wantedBrowsers } from '../commands/wanted-browsers.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { runSuite } from '../suite/run-suite.mjs';

const USAGE = `npm run picture -- [options]

Closes real connections in a Chromium and a Firefox that are here, natively and with the shim, and keeps what was
seen of one of them, and of calls on it, in test/picture/close.json. Of that npm run compat draws the
README's picture and writes what its example answers.

  --browser NAME  one of the two (default: chromium-156 and firefox-153); twice for both
  --help          this text

Exit code: 0 the picture's data is written, 1 it could not be seen, 2 wrong options.
`;
const PLACE = new URL('./close.json', import.meta.url);
const SCENE = 'connected';

/** @typedef {{ browsers: string[], help: boolean }} Arguments */

/**
 * @param {string[]} args
 * @returns {Arguments}
 */
function read(args) {
  const { values } = parseOptions({ args, options: { browser: { type: 'string', multiple: true, default: ['chromium-156', 'firefox-153'] }, help: HELP } });
  return { browsers: values.browser, help: values.help };
}

/**
 * @param {Arguments} options
 * @param {import('../commands/output.mjs').Output} output
 */
async function run({ browsers }, output) {
  const { found } = await findBrowsers();
  /** @type {import('../../src/compat/close-runs.mjs').CloseRun[]} */
  const runs = [];
  const chosen = wantedBrowsers(found, browsers);
  output.expect(chosen.length);
  for (const browser of chosen) {
    // In turns, or what comes first would look slower: the machine warms up.
    /** @type {Record<'native' | 'shimmed', import('../../src/compat/close-runs.mjs').SeenClose[]>} */
    const seen = { native: [], shimmed: [] };
    for (const shimmed of [false, true, true, false, false, true]) {
      const mode = shimmed ? 'shimmed' : 'native';
      output.step(browser.name, `${mode}, run ${seen[mode].length + 1} of 3`);
      seen[mode].push(await closeIn(browser, shimmed));
    }
    runs.push({ engine: browser.engine, version: browser.version, date: new Date().toISOString().slice(0, 10), native: median(seen.native), shimmed: median(seen.shimmed) });
    output.done(browser.name, 'seen three times natively and three times with the shim');
  }
  await writeFile(PLACE, `${JSON.stringify(runs, null, 1)}\n`);
  return { isWell: true, summary: `written: ${fileURLToPath(PLACE)}; now npm run compat` };
}

/**
 * The run whose last event came neither first nor last.
 * @param {import('../../src/compat/close-runs.mjs').SeenClose[]} runs
 */
function median(runs) {
  const last = (/** @type {import('../../src/compat/close-runs.mjs').SeenClose} */ { recording }) => Math.max(0, ...recording.heard.map(({ at }) => at));
  const [, middle] = [...runs].sort((a, b) => last(a) - last(b));
  if (!middle) throw new Error('there have to be three runs');
  return middle;
}

/**
 * @param {import('../browsers/find-browsers.mjs').Browser} browser
 * @param {boolean} shimmed
 */
async function closeIn(browser, shimmed) {
  const { checked } = await runSuite(browser, { shimmed });
  const recording = checked.recordings.find(({ scene }) => scene === SCENE);
  if (!recording) throw new Error(`${browser.name} made no connection ${shimmed ? 'with the shim' : 'natively'}: ${JSON.stringify(checked.failures)}`);
  return { recording, calls: checked.calls };
}

process.exitCode = await runCommand({ name: 'npm run picture', usage: USAGE, read, run }, process.argv.slice(2), process);
