import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Run} Run */

// What so many versions without a measured one between them did is not taken for known.
export const WIDEST_GAP = 16;

/**
 * The versions in which an engine was measured to break a clause, between builds that do: the shim repairs there, and says why.
 * @param {readonly Run[]} runs oldest first
 * @returns {[number, number][]}
 */
export function brokenRanges(runs) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [i, { state, from, to }] of runs.entries()) {
    if (state !== 'broken') continue;
    const last = found.at(-1);
    if (last && runs[i - 1]?.state === state) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

/**
 * The versions in which an engine keeps a clause, as the shim bakes them: both ends measured, nothing but keeping builds measured between them, and no wide gap.
 * An engine without the members keeps it too: there is nothing to repair.
 * @param {readonly Run[]} runs oldest first
 * @param {readonly number[]} [doubted] versions between these in which it was seen broken, if not measured
 * @returns {[number, number][]}
 */
export function keptRanges(runs, doubted = []) {
  return runs.filter((run, i) => keeps(run) && !isIsland(run, runs[i - 1], runs[i + 1])).flatMap((run) => spans(run, doubted));
}

/**
 * @param {Run} run
 * @param {readonly number[]} doubted
 * @returns {[number, number][]}
 */
function spans({ builds }, doubted) {
  /** @type {[number, number][]} */
  const found = [];
  for (const major of builds.map(majorOf)) {
    const last = found.at(-1);
    const isSure = last && major - last[1] <= WIDEST_GAP && !doubted.some((version) => version > last[1] && version < major);
    if (isSure) last[1] = major;
    else found.push([major, major]);
  }
  return found;
}

/** @param {Run} run */
function keeps({ state }) {
  return state === 'holds' || state === 'absent';
}

/**
 * One build among such as break the clause may have been lucky; a repair that it does not need is a no-op there. The newest build is believed: what comes is like it.
 * @param {Run} run
 * @param {Run | undefined} before
 * @param {Run | undefined} after
 */
function isIsland(run, before, after) {
  return run.from === run.to && after !== undefined && !keeps(after) && (before === undefined || !keeps(before));
}
