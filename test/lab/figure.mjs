import { tally } from '../../src/timeline/tally.mjs';

/**
 * @typedef {import('./run-browsers.mjs').BrowserRun} BrowserRun
 * @typedef {import('./run-browsers.mjs').Mode} Mode
 */

/**
 * The outcome in one sentence: how many clauses hold natively, and how many with the shim.
 * @param {BrowserRun[]} browsers
 * @returns {string}
 */
export function figure(browsers) {
  if (!browsers.some(({ runs }) => runs.native ?? runs.shimmed)) return 'no browser could run the suite';
  return `native: ${counts(browsers, 'native')}; with the shim: ${counts(browsers, 'shimmed')}`;
}

/**
 * @param {BrowserRun[]} browsers
 * @param {Mode} mode
 */
function counts(browsers, mode) {
  const ran = browsers.flatMap(({ name, runs }) => (runs[mode] ? [{ name, ...tally(runs[mode].checked.results) }] : []));
  const [first] = ran;
  if (!first) return 'no run';
  const alike = ran.length > 1 && ran.every(({ holds, of, cannotTell }) => holds === first.holds && of === first.of && cannotTell === first.cannotTell);
  if (alike) return `${share(first, true)} in each`;
  return ran.map((one, i) => `${share(one, i === 0)} in ${one.name}`).join(', ');
}

/**
 * @param {ReturnType<typeof tally>} counted
 * @param {boolean} first whether it says what is counted
 */
function share({ holds, of, cannotTell }, first) {
  const unsure = cannotTell ? ` (and ${cannotTell} that cannot be told)` : '';
  if (of > 0 && holds === of) return `all ${of}${first ? ' clauses hold' : ''}${unsure}`;
  return `${holds} of ${of}${first ? ' clauses hold' : ''}${unsure}`;
}
