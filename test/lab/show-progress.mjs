import { tally } from '../../src/timeline/tally.mjs';

const CLEAR_LINE = '\r\u001b[K';

/**
 * Shows where a run stands: one live line on a terminal, elsewhere a plain line for each browser and mode that is done.
 * @param {{ write(text: string): unknown, isTTY?: boolean }} stream
 * @returns {import('./run-browsers.mjs').Listener & { note(text: string): void, clear(): void }}
 */
export function showProgress(stream) {
  const live = (/** @type {string} */ text) => stream.isTTY && stream.write(CLEAR_LINE + text);
  const clear = () => void live('');
  return {
    clear,
    note: (text) => void live(text),
    onStep: ({ name }, mode, step) => void live(`${name} ${mode}: ${step} …`),
    onDone({ name }, mode, run, ms) {
      clear();
      stream.write(`${name} ${mode}: ${outcome(run)} (${(ms / 1000).toFixed(1)} s)\n`);
    },
  };
}

/** @param {import('../suite/run-suite.mjs').SuiteRun | import('./run-browsers.mjs').Failure} run */
function outcome(run) {
  if ('reason' in run) return run.reason.replaceAll('-', ' ');
  const { holds, of } = tally(run.checked.results);
  return holds === of ? `all ${of} clauses hold` : `${holds} of ${of} clauses hold`;
}
