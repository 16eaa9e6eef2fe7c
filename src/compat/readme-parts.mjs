import { countBehaviours } from './behaviours.mjs';
import { engineNames } from './engine-names.mjs';
import { markdownTable } from './markdown-table.mjs';
import { inShort, listed, majorsOf } from './measured-versions.mjs';
import { clausesOf } from './read-table.mjs';
import { readmeClauses } from './readme-clauses.mjs';
import { supportTable } from './support-table.mjs';

/**
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./mdn.mjs').Statement} Statement
 */

/**
 * The generated parts of the README and of the pages that go by the measurements, by the name in their markers.
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 * @returns {Record<string, string>}
 */
export function readmeParts(data, measurements, browserName) {
  return {
    clauses: readmeClauses(data, measurements),
    figure: figure(measurements),
    measured: measured(data, measurements, browserName),
    support: supportTable(measurements),
    browsers: browserTable(data, measurements, browserName),
  };
}

/**
 * What was measured and what was not, in two lines.
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 */
function measured(data, measurements, browserName) {
  const { builds, native, shimmed } = countBehaviours(measurements);
  const cited = Object.entries(evidenceOf(data)).filter(([, entries]) => !entries.some(({ status }) => status === 'measured' || status === 'mirrored'));
  const names = cited.map(([browser]) => browserName(browser)).sort();
  return `- **Measured:** ${builds} builds (${listed(measurements, inShort)}). Natively they close in ${native} different ways, with the shim in ${shimmed}.\n` +
    `- **Not measured:** ${names.join(', ')}; and versions between those measured.`;
}

/**
 * What is known of each browser, and how.
 * @param {CompatData} data
 */
function evidenceOf(data) {
  /** @type {Record<string, import('./evidence.mjs').Evidence[]>} */
  const evidence = {};
  for (const { evidence: entries } of clausesOf(data)) {
    for (const entry of entries) for (const browser of entry.browsers) (evidence[browser] ??= []).push(entry);
  }
  return evidence;
}

/**
 * The project's aim as one figure.
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function figure(measurements) {
  const { builds, native, shimmed, keepNatively, keepShimmed } = countBehaviours(measurements);
  return `In ${builds} measured builds (${listed(measurements, inShort)}), ${native} different native behaviours of \`close()\`; with the shim, ${shimmed}. ` +
    `The whole contract is kept natively in ${keepNatively || 'none'} of them, with the shim in ${keepShimmed === builds ? 'all' : keepShimmed}.`;
}

/**
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 */
function browserTable(data, measurements, browserName) {
  const evidence = evidenceOf(data);
  const rows = Object.entries(data.since).map(([browser, statements]) => [browserName(browser), since(statements), source(evidence[browser] ?? [], measurements)]);
  return markdownTable(['Browser', '`close()` since (MDN)', 'What it does is'], rows);
}

/** @param {Statement[]} statements */
function since(statements) {
  const added = statements.filter(({ version_added }) => version_added);
  return added.map(({ version_added, prefix }) => `${version_added}${prefix ? ` (${prefix}RTCPeerConnection)` : ''}`).join(', ') || 'never';
}

/**
 * @param {import('./evidence.mjs').Evidence[]} entries
 * @param {readonly Measurement[]} measurements
 */
function source(entries, measurements) {
  const statuses = new Set(entries.map(({ status }) => status));
  const visited = [...new Set(entries.filter(({ status }) => status === 'contributed').flatMap(({ builds }) => builds?.split(', ') ?? []))];
  const also = visited.length ? `; contributed by visitors: ${visited.join(', ')}` : '';
  const engine = /** @type {keyof typeof engineNames | undefined} */ (entries.find((entry) => entry.engine)?.engine);
  if (statuses.has('measured')) {
    const majors = majorsOf(measurements.filter((one) => entries.some(({ status, builds }) => status === 'measured' && builds?.split(', ').includes(one.version))));
    return `measured: ${inShort(majors)}${also}`;
  }
  if (engine && statuses.has('mirrored')) return `taken from the measured ${engineNames[engine]} of the same engine version${also}${statuses.has('cited') ? '; cited before' : ''}`;
  return `cited${also}`;
}
