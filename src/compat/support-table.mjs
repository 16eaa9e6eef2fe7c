import { engineNames } from './engine-names.mjs';
import { keeping } from './keeping.mjs';
import { markdownTable } from './markdown-table.mjs';
import { inShort, listed, majorsOf } from './measured-versions.mjs';
import { majorOf } from './versions.mjs';

/** @typedef {import('./measured-runs.mjs').Measurement} Measurement */

/** Which browsers go by the builds of an engine. */
const BROWSERS = { chromium: 'Chrome, Edge from 79, Opera, Samsung Internet, WebView', firefox: 'desktop and Android' };

/**
 * Browser support at a glance: the newest measured build of each engine, all of them, and what was not measured; as Markdown.
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function supportTable(measurements) {
  const rows = /** @type {(keyof typeof BROWSERS)[]} */ (Object.keys(BROWSERS)).flatMap((engine) => {
    const builds = measurements.filter((one) => one.engine === engine);
    const newest = builds.reduce((best, one) => (majorOf(one.version) > majorOf(best.version) ? one : best), /** @type {Measurement} */ (builds[0]));
    const worst = (/** @type {'native' | 'shimmed'} */ mode) => span(builds.map((one) => kept(one, mode)));
    return [
      [`${engineNames[engine]} ${majorOf(newest.version)} (${BROWSERS[engine]})`, share(newest, 'native'), share(newest, 'shimmed'), 'measured'],
      [`${engineNames[engine]} ${inShort(majorsOf(builds))}`, worst('native'), worst('shimmed'), 'measured'],
    ];
  });
  const table = markdownTable(['Browser', 'Keeps natively', 'Keeps with the shim', 'How we know'], [...rows, ['Safari 11 and later', 'not measured', 'every repair is on', 'cited']]);
  const rules = Object.keys(measurements[0]?.clauses ?? {}).length;
  return `This page is about ${rules} rules for what is true after \`close()\`.\n\n${table}\n\n${unkept(measurements)}`;
}

/**
 * What is broken with the shim, too: ids and builds.
 * @param {readonly Measurement[]} measurements
 */
function unkept(measurements) {
  const ids = [...new Set(measurements.flatMap(({ clauses }) => Object.keys(clauses)))];
  /** @type {Map<string, string[]>} */
  const byBuilds = new Map();
  for (const id of ids) {
    const broken = measurements.filter(({ clauses }) => clauses[id]?.shimmed.verdict === 'broken');
    if (broken.length === 0) continue;
    const builds = listed(broken, (majors) => majors.join(', '));
    byBuilds.set(builds, [...(byBuilds.get(builds) ?? []), `\`${id}\``]);
  }
  if (byBuilds.size === 0) return 'With the shim every measured build keeps all.';
  return `Not kept with the shim either: ${[...byBuilds].map(([builds, broken]) => `${broken.join(', ')} in ${builds}`).join('; ')}.`;
}

/**
 * @param {Measurement} measurement
 * @param {'native' | 'shimmed'} mode
 * @returns {[kept: number, of: number]} of what the build has
 */
function kept(measurement, mode) {
  const all = Object.keys(measurement.clauses).map((id) => keeping(measurement, id, mode)).filter((how) => how !== 'cannot-tell');
  return [all.filter((how) => how === 'kept').length, all.length];
}

/**
 * @param {Measurement} measurement
 * @param {'native' | 'shimmed'} mode
 */
function share(measurement, mode) {
  const [some, of] = kept(measurement, mode);
  return some === of ? `all ${of}` : `${some} of ${of}`;
}

/** @param {[kept: number, of: number][]} shares */
function span(shares) {
  if (shares.every(([some, of]) => some === of)) return 'all';
  const missing = shares.map(([some, of]) => of - some);
  const [least, most] = [Math.min(...missing), Math.max(...missing)];
  return least === 0 ? `all but ${most} at worst` : `all but ${least} to ${most}`;
}
