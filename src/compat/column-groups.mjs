import { keeping } from './keeping.mjs';
import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Measurement} Measurement */

/**
 * Measured builds of an engine, next to each other, that keep and break the same clauses.
 * @typedef {object} Group
 * @property {Measurement['engine']} engine
 * @property {Measurement[]} builds ascending
 * @property {string} label its versions
 * @property {number} unmeasured how many versions between the group before it, of the same engine, and this one were not measured
 */

// Between neighbours further apart than this more lies than anyone would take for alike.
const WIDE = 16;

/**
 * The groups of measured builds, in their order.
 * @param {readonly Measurement[]} measurements engine by engine, ascending
 * @param {readonly string[]} ids of the clauses
 * @returns {Group[]}
 */
export function columnGroups(measurements, ids) {
  /** @type {Group[]} */
  const groups = [];
  for (const [i, build] of measurements.entries()) {
    const before = measurements[i - 1];
    const isSameEngine = before?.engine === build.engine;
    const between = before && isSameEngine ? Math.max(0, majorOf(build.version) - majorOf(before.version) - 1) : 0;
    const last = groups.at(-1);
    if (last && before && isSameEngine && between <= WIDE && ids.every((id) => isAlike(before, build, id))) last.builds.push(build);
    else groups.push({ engine: build.engine, builds: [build], label: '', unmeasured: between });
  }
  return groups.map((group) => ({ ...group, label: labelOf(group.builds) }));
}

/** @param {Pick<Group, 'unmeasured'>} group */
export function isAfterWideGap({ unmeasured }) {
  return unmeasured > WIDE;
}

/**
 * @param {Measurement} a
 * @param {Measurement} b
 * @param {string} id
 */
function isAlike(a, b, id) {
  return /** @type {const} */ (['native', 'shimmed']).every((mode) => keeping(a, id, mode) === keeping(b, id, mode));
}

/** @param {Measurement[]} builds */
function labelOf(builds) {
  const [from, to] = [builds[0], builds.at(-1)].map((build) => majorOf(build?.version ?? ''));
  return from === to ? `${from}` : `${from}–${to}`;
}
