import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { cacheFolder } from '../browsers/cache-folder.mjs';
import { hostMissing } from '../browsers/host-missing.mjs';
import { cacheName } from '../browsers/shipped-chromium.mjs';
import { findingsOf, originOf } from './measurement.mjs';
import { SUITE_VERSION } from './suite-version.mjs';

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'].map((name) => [name, '']),
);

/**
 * A table of builds for people: version, where from, whether it is here, and what its measurement says.
 * @param {readonly import('./measurement.mjs').Build[]} builds
 * @param {readonly import('./measurement.mjs').Measurement[]} measurements
 * @returns {string}
 */
export function listBuilds(builds, measurements) {
  const table = new Table({
    head: ['build', 'version', 'from', 'here', 'clauses that it was measured to break'],
    chars: { ...NO_LINES, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const build of builds) {
    const measurement = measurements.find(({ engine, version }) => engine === build.engine && version === build.version);
    table.push([build.name, build.version, originOf(build), whereabouts(build), measurement ? knowledge(measurement) : 'not measured']);
  }
  return table.toString().replace(/ +$/gm, '');
}

/** @param {import('./measurement.mjs').Build} build */
function whereabouts(build) {
  if ('browser' in build) return 'yes';
  const lacking = hostMissing(build);
  if (lacking) return `no: ${lacking.reason}`;
  const at = build.package.lastIndexOf('@');
  return existsSync(join(cacheFolder(), cacheName(build.package.slice(0, at), build.package.slice(at + 1)))) ? 'yes' : 'to fetch';
}

/** @param {import('./measurement.mjs').Measurement} measurement */
function knowledge(measurement) {
  const broken = (/** @type {'native' | 'shimmed'} */ mode) => Object.values(findingsOf(measurement, mode)).filter(({ verdict }) => verdict === 'broken').length;
  const old = measurement.suite === SUITE_VERSION ? '' : ` (by version ${measurement.suite} of the suite; it is ${SUITE_VERSION} now: measure it again)`;
  return `${broken('native')} of ${Object.keys(measurement.clauses).length} natively, ${broken('shimmed') || 'none'} with the shim${old}`;
}
