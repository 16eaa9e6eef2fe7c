import { countBehaviours } from './behaviours.mjs';
import { clauseSources } from './clause-sources.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./measured-runs.mjs').Measurement} Measurement
 * @typedef {import('./mdn.mjs').Statement} Statement
 */

/**
 * The generated parts of the README, by the name in their markers.
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 * @param {(browser: string) => string} browserName
 * @returns {Record<string, string>}
 */
export function readmeParts(data, measurements, browserName) {
  return { clauses: clauseTable(data, measurements), figure: figure(measurements), browsers: browserTable(data, browserName) };
}

/**
 * The project's aim as one figure.
 * @param {readonly Measurement[]} measurements
 * @returns {string}
 */
export function figure(measurements) {
  const { builds, native, shimmed, keepNatively, keepShimmed } = countBehaviours(measurements);
  return `In ${builds} measured builds, ${native} different native behaviours of \`close()\`; with the shim, ${shimmed}. ` +
    `The whole contract is kept natively in ${keepNatively || 'none'} of them, with the shim in ${keepShimmed === builds ? 'all' : keepShimmed}.`;
}

/**
 * @param {CompatData} data
 * @param {readonly Measurement[]} measurements
 */
function clauseTable(data, measurements) {
  const rows = clausesOf(data).map(([id, { __compat: { description } }]) => [
    `\`${id}\``,
    description,
    kept(id, measurements.filter(({ engine }) => engine === 'chromium')),
    kept(id, measurements.filter(({ engine }) => engine === 'firefox')),
    shimmedIn(id, measurements),
  ]);
  return table(['Clause', 'After `close()` …', 'Chromium keeps it', 'Firefox keeps it', 'With the shim'], rows);
}

/**
 * @param {string} id
 * @param {readonly Measurement[]} measurements
 */
function kept(id, measurements) {
  const concerned = measurements.filter(({ clauses }) => clauses[id]?.native.verdict !== 'cannot-tell');
  const keeping = concerned.filter(({ clauses }) => clauses[id]?.native.verdict === 'holds');
  if (keeping.length === 0) return 'never';
  if (keeping.length === concerned.length) return 'always';
  // Spans of neighbours among the measured.
  const spans = /** @type {number[][]} */ ([]);
  for (const [i, one] of concerned.entries()) {
    if (!keeping.includes(one)) continue;
    const before = concerned[i - 1];
    const major = majorOf(one.version);
    if (before && keeping.includes(before)) spans.at(-1)?.splice(1, 1, major);
    else spans.push([major, major]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/**
 * @param {string} id
 * @param {readonly Measurement[]} measurements
 */
function shimmedIn(id, measurements) {
  const broken = measurements.filter(({ clauses }) => clauses[id]?.shimmed.verdict === 'broken');
  if (broken.length) return `not in ${broken.map(({ engine, version }) => `${engine} ${majorOf(version)}`).join(', ')}`;
  const isSilent = clauseSources[id]?.withoutMember && measurements.some(({ clauses }) => clauses[id]?.native.verdict === 'cannot-tell');
  return isSilent ? 'where the engine gives a sign' : 'always';
}

/**
 * @param {CompatData} data
 * @param {(browser: string) => string} browserName
 */
function browserTable(data, browserName) {
  /** @type {Record<string, import('./statements.mjs').Evidence[]>} */
  const evidence = {};
  for (const [, { evidence: entries }] of clausesOf(data)) {
    for (const entry of entries) for (const browser of entry.browsers) (evidence[browser] ??= []).push(entry);
  }
  const rows = Object.entries(data.api.RTCPeerConnection.close.__compat.support).map(([browser, statements]) => [browserName(browser), since(statements), source(evidence[browser] ?? [])]);
  return table(['Browser', '`close()` since (MDN)', 'What it does is'], rows);
}

/**
 * @param {CompatData} data
 * @returns {[string, { __compat: { description: string }, evidence: import('./statements.mjs').Evidence[] }][]}
 */
function clausesOf(data) {
  const { close } = /** @type {Record<string, any>} */ (data.api.RTCPeerConnection);
  return Object.entries(close).filter(([key]) => key !== '__compat');
}

/** @param {Statement[]} statements */
function since(statements) {
  const added = statements.filter(({ version_added }) => version_added);
  return added.map(({ version_added, prefix }) => `${version_added}${prefix ? ` (${prefix}RTCPeerConnection)` : ''}`).join(', ') || 'never';
}

/** @param {import('./statements.mjs').Evidence[]} entries */
function source(entries) {
  const statuses = new Set(entries.map(({ status }) => status));
  const engine = entries.find((entry) => entry.engine)?.engine;
  if (statuses.has('measured')) return 'measured';
  if (statuses.has('mirrored')) return `measured in ${engine === 'firefox' ? 'Firefox' : 'Chromium'} of the same engine version${statuses.has('cited') ? '; cited before' : ''}`;
  return 'cited';
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
