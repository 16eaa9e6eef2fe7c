import { releaseOf } from './contributed-runs.mjs';
import { engineNames } from './engine-names.mjs';
import { inWords } from './in-words.mjs';

/**
 * @typedef {import('./clause-feature.mjs').Engine} Engine
 * @typedef {import('./measured-runs.mjs').Run} Run
 *
 * @typedef {object} Evidence how a row is known
 * @property {string[]} browsers whose rows rest on it
 * @property {'measured' | 'mirrored' | 'contributed' | 'cited'} status
 * @property {Engine} [engine] that was measured; of a mirrored one: whose measurements were taken
 * @property {import('./measured-runs.mjs').State} [verdict]
 * @property {string[]} [observed] what was wrong
 * @property {true} [sometimes] some runs of a build came to something else
 * @property {string} [builds] each that was measured, oldest first; what lies between two of them was not
 * @property {number} [count] of builds
 * @property {string} [note] what is cited
 * @property {string} [url]
 */

/** The browser whose versions are the engine's own. */
export const NAMESAKES = /** @type {Record<Engine, string>} */ ({ chromium: 'chrome', firefox: 'firefox', safari: 'safari' });

/**
 * How a browser's row is known that rests on what was seen in builds: one entry for each way in which neighbours among them did the same.
 * A browser that was not measured takes all from one that was.
 * @param {string} browser
 * @param {Engine} engine
 * @param {readonly Run[]} runs
 * @param {'measured' | 'contributed'} status
 * @returns {Evidence[]}
 */
export function runEvidence(browser, engine, runs, status) {
  if (engine !== 'safari' && browser !== NAMESAKES[engine]) return [{ browsers: [browser], status: 'mirrored', engine }];
  return [...runs].reverse().map(({ state, observed, sometimes, builds }) => ({
    browsers: [browser],
    status,
    engine,
    verdict: state,
    ...(observed.length && { observed }),
    ...(sometimes && { sometimes }),
    builds: builds.join(', '),
    count: builds.length,
  }));
}

/**
 * What visitors saw, as notes.
 * @param {readonly Run[]} runs
 * @returns {string[]}
 */
export function contributedNotes(runs) {
  return runs.map(({ engine, state, observed, builds }) => {
    const seen = { holds: 'kept', broken: inWords(observed), absent: 'nothing to look at', unknown: `not known (${inWords(observed)})` }[state];
    return `${engineNames[engine]} ${releaseOf({ engine, version: builds[0] ?? '' })}: ${seen}; contributed by a visitor, not measured here.`;
  });
}

/**
 * Evidence that differs in its browsers only, in one entry.
 * @param {Evidence[]} evidence
 * @returns {Evidence[]}
 */
export function gathered(evidence) {
  /** @type {Map<string, Evidence>} */
  const entries = new Map();
  for (const { browsers, ...rest } of evidence) {
    const key = JSON.stringify(rest);
    entries.set(key, { browsers: [...new Set([...(entries.get(key)?.browsers ?? []), ...browsers])], ...rest });
  }
  return [...entries.values()];
}
