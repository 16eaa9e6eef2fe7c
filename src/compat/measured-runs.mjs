import { clauseSources } from './clause-sources.mjs';
import { isRace } from './is-race.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('../../test/matrix/measurement.mjs').Measurement} Measurement
 * @typedef {import('../../test/matrix/measurement.mjs').Finding} Finding
 *
 * `absent`: the engine has no member that the clause speaks of. `unknown`: the suite could not look.
 * @typedef {'holds' | 'broken' | 'absent' | 'unknown'} State
 *
 * @typedef {object} Run measured builds of one engine, neighbours among the measured, in which one clause natively came to the same
 * @property {Measurement['engine']} engine
 * @property {State} state
 * @property {string[]} observed
 * @property {number} from the first major
 * @property {number} to the last major
 * @property {string[]} builds full versions, oldest first
 * @property {boolean} sometimes in some build not every run came to the same
 * @property {boolean} isRace a race decides in this engine: a clause that was seen to hold need not hold the next time
 */

/**
 * The runs of one clause in one engine's measurements.
 * @param {readonly Measurement[]} measurements of one engine, oldest first
 * @param {string} clause
 * @returns {Run[]} oldest first
 */
export function measuredRuns(measurements, clause) {
  /** @type {Run[]} */
  const runs = [];
  for (const run of byMajor(measurements).map((builds) => runOfMajor(builds, clause))) {
    const last = runs.at(-1);
    if (last && last.state === run.state && last.observed.join('\n') === run.observed.join('\n')) {
      last.to = run.to;
      last.builds.push(...run.builds);
      last.sometimes ||= run.sometimes;
    } else {
      runs.push(run);
    }
  }
  return runs;
}

/**
 * @param {readonly Measurement[]} measurements
 * @returns {Measurement[][]}
 */
function byMajor(measurements) {
  /** @type {Map<number, Measurement[]>} */
  const majors = new Map();
  for (const one of measurements) majors.set(majorOf(one.version), [...(majors.get(majorOf(one.version)) ?? []), one]);
  return [...majors.entries()].sort(([a], [b]) => a - b).map(([, builds]) => builds);
}

/**
 * @param {Measurement[]} builds of one major
 * @param {string} clause
 * @returns {Run}
 */
function runOfMajor(builds, clause) {
  const seen = builds.map(({ version, clauses }) => ({ version, ...stateOf(clauses[clause]?.native, clauseSources[clause]?.withoutMember) }));
  const major = majorOf(seen[0]?.version ?? '');
  const states = new Set(seen.map(({ state }) => state));
  const observed = [...new Set(seen.flatMap((one) => one.observed))].sort();
  // The engine's version alone can't tell such builds apart: the shim takes the clause as broken in all of them.
  const disagreement = states.size > 1 ? [`measured builds of version ${major} disagree: ${seen.map(({ version, state }) => `${version} ${state}`).join(', ')}`] : [];
  return {
    engine: /** @type {Measurement} */ (builds[0]).engine,
    state: states.size === 1 && seen[0] ? seen[0].state : 'broken',
    observed: [...disagreement, ...observed],
    from: major,
    to: major,
    builds: seen.map(({ version }) => version),
    sometimes: builds.some(({ clauses }) => clauses[clause]?.native.sometimes),
    isRace: builds.some(({ engine }) => isRace(clause, engine)),
  };
}

/**
 * @param {Finding | undefined} finding
 * @param {string} [withoutMember]
 * @returns {{ state: State, observed: string[] }}
 */
function stateOf(finding, withoutMember) {
  if (!finding) return { state: 'unknown', observed: ['the suite of that time did not look'] };
  const observed = finding.observed ?? [];
  if (finding.verdict !== 'cannot-tell') return { state: finding.verdict, observed };
  if (withoutMember && !observed.length) return { state: 'broken', observed: [withoutMember] };
  return { state: observed.length ? 'unknown' : 'absent', observed };
}
