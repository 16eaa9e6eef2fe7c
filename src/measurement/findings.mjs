import { normaliseObservations } from './normalise-observation.mjs';

/**
 * @typedef {import('../check').ClauseResult} ClauseResult
 *
 * @typedef {object} Finding what one clause came to; without `observed` for `cannot-tell`: the engine has no member that the clause speaks of
 * @property {ClauseResult['verdict']} verdict
 * @property {string[]} [observed] each deviation; for `cannot-tell` why nothing could be looked at
 * @property {true} [sometimes] not every run came to the same
 *
 * @typedef {Record<string, Finding>} Findings by clause
 */

/** What the suite says where the engine has no member that a clause speaks of: nothing is wrong then, and nothing of it is stored. */
const NO_MEMBER = 'the engine has no member that the clause speaks of';

// The order in which a worse verdict outweighs a better one.
const VERDICTS = /** @type {const} */ (['cannot-tell', 'holds', 'broken']);

/**
 * The suite's results as they are stored.
 * @param {readonly Pick<ClauseResult, 'id' | 'verdict' | 'observed'>[]} results
 * @returns {Findings}
 */
export function toFindings(results) {
  const findings = /** @type {Findings} */ ({});
  results.forEach(({ id, verdict, observed }) => {
    findings[id] = finding(verdict, normaliseObservations(observed.filter((what) => what !== NO_MEMBER)));
  });
  return findings;
}

/**
 * Adds up what several runs of one unchanged build found: what it was once seen to do, it does.
 * @param {readonly Findings[]} runs
 * @returns {Findings}
 */
export function addUp(runs) {
  const sum = /** @type {Findings} */ ({});
  runs.forEach((run) => Object.keys(run).forEach((id) => {
    if (sum[id]) return;
    const found = runs.filter((one) => one[id]).map((one) => /** @type {Finding} */ (one[id]));
    const verdict = VERDICTS[Math.max.apply(undefined, found.map((one) => VERDICTS.indexOf(one.verdict)))] || 'cannot-tell';
    const observed = /** @type {string[]} */ ([]);
    found.filter((one) => one.verdict === verdict).forEach((one) => (one.observed || []).forEach((what) => {
      if (observed.indexOf(what) < 0) observed.push(what);
    }));
    const added = finding(verdict, observed.sort());
    if (found.some((one) => one.sometimes || (one.verdict !== verdict && one.verdict !== 'cannot-tell'))) added.sometimes = true;
    sum[id] = added;
  }));
  return sum;
}

/**
 * @param {Finding['verdict']} verdict
 * @param {string[]} observed
 * @returns {Finding}
 */
export function finding(verdict, observed) {
  return observed.length ? { verdict, observed } : { verdict };
}

/**
 * Both halves of what was found, clause by clause.
 * @param {Findings} native
 * @param {Findings} shimmed
 * @returns {Record<string, { native: Finding, shimmed: Finding }>}
 */
export function joined(native, shimmed) {
  const missing = finding('cannot-tell', ['the suite said nothing of it']);
  const clauses = /** @type {ReturnType<typeof joined>} */ ({});
  [native, shimmed].forEach((half) => Object.keys(half).forEach((id) => {
    clauses[id] = { native: native[id] || missing, shimmed: shimmed[id] || missing };
  }));
  return clauses;
}
