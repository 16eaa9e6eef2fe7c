import { engineNames } from './engine-names.mjs';
import { RACES } from './keeping.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Run} Run
 * @typedef {import('./mdn.mjs').Statement} Statement
 *
 * @typedef {object} Evidence how a statement is known
 * @property {string[]} browsers
 * @property {'measured' | 'mirrored' | 'contributed' | 'cited'} status
 * @property {string} [version_added] of the statement it is for
 * @property {string} [builds] each that was measured; what lies between two of them was not
 * @property {number} [count] of builds
 * @property {string} [engine] whose versions were mirrored
 * @property {string} [url]
 */

// What so many versions without a measured one between them did is not taken for known.
const WIDEST_GAP = 16;
const NOT_EVERY_TIME = 'in some builds not every time';

/**
 * What measured runs say of an engine, newest first; a change between two measured versions with others between them reads "≤".
 * @param {readonly Run[]} runs oldest first
 * @param {number} [memberAdded] the version in which MDN's data has the first of the clause's members
 * @returns {{ statement: Statement, run: Run }[]}
 */
export function statementsOf(runs, memberAdded) {
  return runs
    .map((run, i) => {
      const [before, after] = [runs[i - 1], runs[i + 1]];
      const statement = {
        version_added: bound(before, run, memberAdded),
        ...(after && { version_removed: bound(run, after) }),
        ...((run.state === 'broken' || run.isRace) && { partial_implementation: /** @type {const} */ (true) }),
        ...(run.state === 'unknown' && { version_added: null }),
      };
      const notes = notesOf(run);
      return { statement: { ...statement, ...(notes.length && { notes }) }, run };
    })
    .filter(({ run }) => run.state !== 'absent')
    .reverse();
}

/**
 * What a reader has to know beside the versions.
 * @param {Run} run
 */
function notesOf({ engine, state, observed, builds, sometimes, isRace }) {
  const majors = builds.map(majorOf);
  const gaps = majors.flatMap((major, i) => (i > 0 && major - Number(majors[i - 1]) > WIDEST_GAP ? [`${Number(majors[i - 1]) + 1}–${major - 1}`] : []));
  return [
    ...observed,
    ...(isRace && state === 'holds' ? [RACES.mostly] : []),
    ...(sometimes || (isRace && state === 'broken') ? [NOT_EVERY_TIME] : []),
    ...(gaps.length ? [`${engineNames[engine]} ${gaps.join(', ')} between measured builds: not measured`] : []),
  ];
}

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

/**
 * The version in which a run began.
 * @param {Run | undefined} before the run that was measured before
 * @param {Run} run
 * @param {number} [memberAdded]
 */
function bound(before, run, memberAdded) {
  if (!before) return `≤${run.from}`;
  if (before.to === run.from - 1) return `${run.from}`;
  const cameInBetween = before.state === 'absent' && memberAdded !== undefined && memberAdded > before.to && memberAdded <= run.from;
  return cameInBetween ? `${memberAdded}` : `≤${run.from}`;
}
