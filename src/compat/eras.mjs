import { releaseOf } from './contributed-runs.mjs';
import { engineNames } from './engine-names.mjs';
import { fromTo, inWords } from './in-words.mjs';
import { RACES } from './keeping.mjs';
import { WIDEST_GAP } from './ranges.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./measured-runs.mjs').Run} Run
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 *
 * `race`: kept in some runs only, or a race decides. `absent`: the engine has no member that the clause speaks of.
 * @typedef {'kept' | 'race' | 'not' | 'absent' | 'unknown'} Kind
 *
 * @typedef {object} Era measured versions of an engine, neighbours among the measured, that do the same as far as support goes: how a clause is broken makes no eras
 * @property {Kind} kind
 * @property {string} added the version in which it began; with "≤" where that may have been before
 * @property {string} [gap] what was not measured about its beginning, as a sentence
 * @property {Run[]} runs
 */

/**
 * The newest measured build of each release line: what a later build of the same line does is what the line does.
 * https://github.com/mdn/browser-compat-data/blob/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/docs/data-guidelines/README.md#choosing-a-version-number
 * @param {readonly Measurement[]} measurements of one engine, oldest first
 * @returns {Measurement[]}
 */
export function newestOfEach(measurements) {
  return [...new Map(measurements.map((one) => [releaseOf(one), one])).values()];
}

/**
 * The eras of a clause in one engine.
 * @param {readonly Run[]} runs oldest first
 * @param {{ version?: number, isKept?: boolean }} [member] the version in which MDN's data has the first of the clause's members, and whether the clause is kept since then
 * @returns {Era[]} oldest first
 */
export function erasOf(runs, member = {}) {
  const kinds = runs.map(kindOf).map((kind, i, all) => (isLuckyBuild(runs[i], all[i - 1], kind, all[i + 1]) ? /** @type {Kind} */ (all[i - 1]) : kind));
  /** @type {Era[]} */
  const eras = [];
  for (const [i, run] of runs.entries()) {
    const kind = /** @type {Kind} */ (kinds[i]);
    const last = eras.at(-1);
    if (last?.kind === kind) last.runs.push(run);
    else eras.push({ kind, ...beginning(last, run, member), runs: [run] });
  }
  return eras;
}

/**
 * What a reader has to know of an era beside its versions, a sentence each.
 * @param {Era} era
 * @param {number} [since] older versions of the engine are of no interest
 * @returns {string[]}
 */
export function notesOn({ kind, runs: all }, since = 0) {
  const runs = all.map((run) => ({ ...run, builds: run.builds.filter((build) => majorOf(build) >= since) })).filter((run) => run.builds.length);
  if (!runs.length) return [];
  const builds = runs.flatMap((run) => run.builds);
  const name = engineNames[/** @type {Run} */ (runs[0]).engine];
  const [first, last] = [labelOf(runs[0], 0), labelOf(runs.at(-1), -1)];
  const versions = `${name} ${fromTo(first, last)}`;
  const observed = inWords(runs.flatMap((run) => run.observed));
  const says = /** @type {Record<Kind, string | undefined>} */ ({
    kept: undefined,
    absent: undefined,
    race: `${versions}: ${observed ? `${RACES.sometimes} (${observed})` : RACES.mostly}.`,
    not: `${versions}${new Set(runs.map((run) => run.observed.join())).size > 1 ? ', not all of it in each' : ''}: ${observed}.`,
    unknown: `${versions}: not known (${observed}).`,
  })[kind];
  const majors = builds.map(majorOf);
  const gaps = majors.flatMap((major, i) => (i > 0 && major - Number(majors[i - 1]) > WIDEST_GAP ? [notMeasured(name, Number(majors[i - 1]) + 1, major - 1)] : []));
  return [...(says ? [says] : []), ...gaps];
}

/** @param {Run} run */
function kindOf({ state, sometimes, isRace, observed }) {
  if (state === 'absent' || state === 'unknown') return state;
  if (state === 'holds') return isRace ? 'race' : 'kept';
  return sometimes || observed.some((one) => one.includes('not every time')) ? 'race' : 'not';
}

/**
 * One version that was seen to keep a clause, among such as do the same about it and do not: it may have been lucky. The newest is believed: what comes is like it.
 * @param {Run | undefined} run
 * @param {Kind | undefined} before
 * @param {Kind} kind
 * @param {Kind | undefined} after
 */
function isLuckyBuild(run, before, kind, after) {
  return kind === 'kept' && run?.from === run?.to && before === after && (before === 'not' || before === 'race');
}

/**
 * @param {Era | undefined} before
 * @param {Run} run
 * @param {{ version?: number, isKept?: boolean }} member
 * @returns {Pick<Era, 'added' | 'gap'>}
 */
function beginning(before, run, { version: added, isKept }) {
  const version = labelOf(run, 0);
  if (!before) return { added: `≤${version}`, gap: `Older versions than ${engineNames[run.engine]} ${version} were not measured.` };
  const last = /** @type {Run} */ (before.runs.at(-1)).to;
  if (last === run.from - 1 || last === run.from) return { added: version };
  const cameInBetween = (before.kind === 'absent' || isKept) && added !== undefined && added > last && added <= run.from;
  return cameInBetween ? { added: `${added}` } : { added: `≤${version}`, gap: notMeasured(engineNames[run.engine], last + 1, run.from - 1) };
}

/**
 * @param {string} name
 * @param {number} from
 * @param {number} to
 */
function notMeasured(name, from, to) {
  return `${name} ${fromTo(from, to)} ${from === to ? 'was' : 'were'} not measured.`;
}

/**
 * @param {Run | undefined} run
 * @param {number} index of the build in it
 */
function labelOf(run, index) {
  return run ? releaseOf({ engine: run.engine, version: run.builds.at(index) ?? '' }) : '';
}
