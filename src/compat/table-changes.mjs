import { engineNames } from './engine-names.mjs';
import { fromTo, inWords, withCodeMarks } from './in-words.mjs';
import { spans } from './spans.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./compat-data.mjs').CompatData} CompatData
 * @typedef {import('./clause-feature.mjs').Beside} Beside
 * @typedef {import('./clause-feature.mjs').Engine} Engine
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {{ verdict: string, observed: string[] }} Seen
 * @typedef {Map<string, Seen>} Builds by full version, oldest first
 */

const VERB = /^(.*?) (reads|fires|rejects|throws|returns|never settles)(.*)$/;
const VERDICTS = /** @type {Record<string, [is: string, was: string]>} */ ({
  holds: ['is kept', 'was kept'],
  broken: ['is broken', 'was broken'],
  absent: ['has nothing to look at', 'had nothing to look at'],
  unknown: ['is not known', 'was not known'],
});

/**
 * What has changed from one table to another, as a section of its changelog.
 * @param {CompatData} before
 * @param {CompatData} after
 * @returns {string} empty where nothing has
 */
export function changelogSection(before, after) {
  const changes = tableChanges(before, after);
  return changes.length ? `### The table (compat-data.json)\n\n${changes.map((change) => `- ${change}`).join('\n')}\n` : '';
}

/**
 * What has changed, in sentences: where it is from first, then what was measured, then what follows of it.
 * @param {CompatData} before
 * @param {CompatData} after
 * @returns {string[]}
 */
export function tableChanges(before, after) {
  if (!before.clauses) return ['The table has another form than before: what has changed in it cannot be told.'];
  return [...sourceChanges(before, after), ...expectationChanges(before, after), ...measuredChanges(before, after), ...citedChanges(before, after), ...shimChanges(before, after), ...rowChanges(before, after)];
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function sourceChanges(before, after) {
  const [was, is] = [before.__meta, after.__meta];
  const since = Object.keys({ ...before.since, ...after.since }).filter((browser) => JSON.stringify(before.since[browser]) !== JSON.stringify(after.since[browser]));
  return [
    ...(was.mdn === is.mdn ? [] : [`MDN's data is ${is.mdn} now; it was ${was.mdn}.`]),
    ...(was.suite === is.suite ? [] : [`The suite that measures is number ${is.suite} now; it was ${was.suite}.`]),
    ...since.map((browser) => `MDN's data says of ${browser} that it has \`close()\` ${inShort(after.since[browser])}; it said ${inShort(before.since[browser])}.`),
  ];
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function expectationChanges(before, after) {
  const parts = /** @type {const} */ (['sentence', 'spec_url', 'decision']);
  return [
    ...pathsOf(after, before).map((path) => `There is a clause more: \`${clauseOf(after, path).id}\` (${clauseOf(after, path).sentence}).`),
    ...pathsOf(before, after).map((path) => `There is a clause less: \`${clauseOf(before, path).id}\` (${clauseOf(before, path).sentence}).`),
    ...shared(before, after).flatMap(([was, is]) => parts.filter((part) => was[part] !== is[part]).map((part) => `What \`${is.id}\` expects has changed, ${part}: ${is[part] ?? 'none'}; it was: ${was[part] ?? 'none'}.`)),
  ];
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function measuredChanges(before, after) {
  const engines = /** @type {Engine[]} */ (Object.keys({ ...before.__meta.measured, ...after.__meta.measured }).sort());
  return engines.flatMap((engine) => {
    const all = (/** @type {CompatData} */ data) => [...new Set(Object.values(data.clauses).flatMap((clause) => [...buildsOf(clause, engine).keys()]))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const [was, is] = [all(before), all(after)];
    const added = is.filter((build) => !was.includes(build)).flatMap((build) => againstNeighbour(after, engine, build, is[is.indexOf(build) - 1]));
    const again = is.filter((build) => was.includes(build)).flatMap((build) => shared(before, after).flatMap(([old, clause]) => {
      const difference = inSentence(buildsOf(old, engine).get(build), buildsOf(clause, engine).get(build));
      return difference ? [`${engineNames[engine]} ${build}, measured again: ${difference} (\`${clause.id}\`).`] : [];
    }));
    const gone = was.filter((build) => !is.includes(build)).map((build) => `${engineNames[engine]} ${build} is not among the measured builds any more.`);
    return [...added, ...again, ...gone];
  });
}

/**
 * What a build that was not measured before does otherwise than the measured one before it.
 * @param {CompatData} data
 * @param {Engine} engine
 * @param {string} build
 * @param {string | undefined} neighbour
 */
function againstNeighbour(data, engine, build, neighbour) {
  const name = `${engineNames[engine]} ${majorOf(build)}`;
  if (!neighbour) return [`${name} is measured (${build}); no older build of the engine is.`];
  const differences = Object.values(data.clauses).flatMap((clause) => {
    const seen = buildsOf(clause, engine);
    const difference = inSentence(seen.get(neighbour), seen.get(build));
    return difference ? [`${name}: ${difference} (\`${clause.id}\`); measured in ${build}, and before in ${neighbour}.`] : [];
  });
  return differences.length ? differences : [`${name} is measured (${build}): it does what ${engineNames[engine]} ${neighbour} does.`];
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function citedChanges(before, after) {
  const cited = (/** @type {Beside} */ { evidence }) => new Map(evidence.filter(({ status }) => status === 'cited').flatMap(({ browsers, note = '', url = '' }) => browsers.map((browser) => [browser, `${note} (${url})`])));
  return shared(before, after).flatMap(([was, is]) => {
    const [old, now] = [cited(was), cited(is)];
    return [...new Set([...old.keys(), ...now.keys()])].filter((browser) => old.get(browser) !== now.get(browser)).map((browser) => `What is cited of ${browser} about \`${is.id}\`: ${now.get(browser) ?? 'nothing any more'}; it was: ${old.get(browser) ?? 'nothing'}.`);
  });
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function shimChanges(before, after) {
  /** @type {Map<string, string[]>} */
  const changes = new Map();
  const add = (/** @type {string} */ what, /** @type {string} */ id) => changes.set(what, [...(changes.get(what) ?? []), `\`${id}\``]);
  for (const [was, is] of shared(before, after)) {
    for (const engine of /** @type {Engine[]} */ (Object.keys(after.__meta.measured))) {
      const leaves = (/** @type {Beside} */ { shim }, /** @type {number} */ version) => (shim?.[engine] ?? []).some(([from, to]) => version >= from && version <= to);
      const changed = (/** @type {boolean} */ alone) => spans(after.__meta.measured[engine] ?? [], (version) => leaves(was, version) !== alone && leaves(is, version) === alone);
      if (changed(true)) add(`The shim leaves alone in ${engineNames[engine]} ${changed(true)} now`, is.id);
      if (changed(false)) add(`The shim repairs in ${engineNames[engine]} ${changed(false)} now`, is.id);
    }
  }
  return [...changes].map(([what, ids]) => `${what}: ${ids.join(', ')}.`);
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 */
function rowChanges(before, after) {
  const rows = (/** @type {CompatData} */ data, /** @type {string} */ path) => data.api.RTCPeerConnection.close[path.split('.').at(-1) ?? '']?.__compat;
  return Object.keys(after.clauses).flatMap((path) => {
    const [was, is] = [rows(before, path), rows(after, path)];
    if (!was || !is) return [];
    const browsers = Object.keys(is.support).filter((browser) => inShort(was.support[browser]) !== inShort(is.support[browser]));
    return browsers.length ? [`The row of \`${path}\`: ${browsers.map((browser) => `${browser} ${inShort(is.support[browser])} (was ${inShort(was.support[browser])})`).join(', ')}.`] : [];
  });
}

/**
 * What was measured of a clause, by build.
 * @param {Beside} clause
 * @param {Engine} engine
 * @returns {Builds}
 */
function buildsOf({ evidence }, engine) {
  const measured = evidence.filter((one) => one.status === 'measured' && one.engine === engine);
  return new Map(measured.flatMap(({ verdict = 'unknown', observed = [], builds = '' }) => builds.split(', ').map((build) => /** @type {[string, Seen]} */ ([build, { verdict, observed }]))));
}

/**
 * What is otherwise than it was, without the end of a sentence; undefined where nothing is.
 * @param {Seen | undefined} was
 * @param {Seen | undefined} is
 */
function inSentence(was, is) {
  if (!was || !is) return undefined;
  const [gone, come] = [was.observed.filter((one) => !is.observed.includes(one)), is.observed.filter((one) => !was.observed.includes(one))];
  const parts = [...(gone.length ? [negated(gone)] : []), ...(come.length ? [`now ${inWords(come)}`] : [])];
  const verdict = was.verdict === is.verdict ? [] : [`it ${VERDICTS[is.verdict]?.[0]}, and ${VERDICTS[was.verdict]?.[1]} before`];
  return parts.length || verdict.length ? withCodeMarks([...parts, ...verdict].join('; ')) : undefined;
}

/** @param {string[]} observed */
function negated(observed) {
  return inWords(observed).split('; ').map((one) => (VERB.test(one) ? one.replace(VERB, '$1 no longer $2$3') : `no longer: ${one}`)).join('; ');
}

/**
 * @param {Statement | Statement[] | undefined} support
 * @returns {string}
 */
function inShort(support) {
  const statements = [support ?? []].flat().map(({ version_added, version_removed, prefix, partial_implementation }) => {
    if (version_added === false) return 'not';
    return `${partial_implementation ? 'partly ' : ''}${version_removed ? fromTo(version_added, `before ${version_removed}`) : `since ${version_added}`}${prefix ? ` with ${prefix}` : ''}`;
  });
  return statements.join(', ') || 'not';
}

/**
 * @param {CompatData} data
 * @param {string} path
 * @returns {Beside}
 */
function clauseOf(data, path) {
  return /** @type {Beside} */ (data.clauses[path]);
}

/**
 * @param {CompatData} data
 * @param {CompatData} other
 * @returns {string[]} the paths that the other has not
 */
function pathsOf(data, other) {
  return Object.keys(data.clauses).filter((path) => !other.clauses[path]);
}

/**
 * @param {CompatData} before
 * @param {CompatData} after
 * @returns {[was: Beside, is: Beside][]}
 */
function shared(before, after) {
  return Object.keys(after.clauses).filter((path) => before.clauses[path]).map((path) => [clauseOf(before, path), clauseOf(after, path)]);
}
