import { engineNames } from './engine-names.mjs';
import { notesOn } from './eras.mjs';
import { withCodeMarks } from './in-words.mjs';
import { mirrored } from './mirror.mjs';
import { majorOf } from './versions.mjs';

/**
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./mdn.mjs').Release} Release
 * @typedef {import('./eras.mjs').Era} Era
 */

// https://github.com/mdn/browser-compat-data/blob/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/lint/linter/test-versions.js
const NEWEST_RANGED = '2020-05-19';
const NOTHING = 'No measured version has what this is about.';

/**
 * What the eras of an engine come to in a browser that is built on it, as browser-compat-data says it: there are statements of what is supported only.
 * What the versions between do is in the notes.
 * @param {readonly Era[]} eras oldest first
 * @param {readonly Release[]} releases of the browser with that engine, oldest first
 * @param {readonly string[]} [notes] that go for the browser as a whole
 * @returns {Statement | Statement[]}
 */
export function supportOf(eras, releases, notes = []) {
  const statements = /** @type {(Statement & { notes: string[] })[]} */ ([]);
  const since = majorOf(releases[0]?.engineVersion ?? '0');
  /** @type {string[]} */
  const before = [];
  for (const { statement, era, gaps } of datedEras(eras, releases)) {
    const last = statements.at(-1);
    if (era.kind === 'kept' || era.kind === 'race') {
      statements.push({ ...statement, ...(era.kind === 'race' && { partial_implementation: /** @type {const} */ (true) }), notes: [...(last ? [] : before), ...notesOn(era, since), ...gaps] });
    } else {
      (last?.notes ?? before).push(...(era.kind === 'absent' ? [] : notesOn(era, since)));
    }
  }
  if (!statements.length) return statementWith({ version_added: false }, [...(before.length ? before : [NOTHING]), ...notes]);
  return oneOrMore(statements.reverse().map(({ notes: own, ...statement }) => statementWith(statement, [...own, ...notes])));
}

/**
 * Eras in the versions of a browser, those that it never was in left out; with what was not measured about their ends where no range says it.
 * @param {readonly Era[]} eras oldest first
 * @param {readonly Release[]} releases
 * @returns {{ era: Era, statement: Statement, gaps: string[] }[]} oldest first
 */
export function datedEras(eras, releases) {
  let isFirst = true;
  return mirrored(ranges(eras), releases).reverse().map(({ statement, era }) => {
    const withRange = isFirst && isOld(statement.version_added, releases);
    if (era.kind === 'kept' || era.kind === 'race') isFirst = false;
    return { era, statement: dated(statement, withRange), gaps: gapsOf(statement, era, eras, withRange) };
  });
}

/**
 * A note on all that a browser's row takes from another's. It names the browser by its id: what linters of browser-compat-data take for a mirror
 * of another row would have to be the word "mirror", and readers of the published data do not know that word.
 * @param {string} browser
 * @param {import('./clause-feature.mjs').Engine} engine
 * @returns {string}
 */
export function notMeasuredHere(browser, engine) {
  return engine === 'safari' ? `\`${browser}\` was not looked at: taken from Safari with the same WebKit.` : `\`${browser}\` was not measured: taken from ${engineNames[engine]} of the same version.`;
}

/**
 * A statement with its notes, in the order of browser-compat-data's members; one note is no list.
 * @param {Statement} statement
 * @param {readonly string[]} notes
 * @returns {Statement}
 */
export function statementWith({ prefix, version_added, version_removed, impl_url, partial_implementation }, notes) {
  const distinct = [...new Set(notes.map(withCodeMarks))];
  return {
    ...(prefix && { prefix }),
    version_added,
    ...(version_removed && { version_removed }),
    ...(impl_url && { impl_url }),
    ...(partial_implementation && { partial_implementation }),
    ...(distinct.length && { notes: oneOrMore(distinct) }),
  };
}

/**
 * Where browser-compat-data has a list, it has one of two and more.
 * @template T
 * @param {T[]} list not empty
 * @returns {T | [T, T, ...T[]]}
 */
export function oneOrMore(list) {
  return list.length === 1 ? /** @type {T} */ (list[0]) : /** @type {[T, T, ...T[]]} */ (list);
}

/** @param {readonly Era[]} eras */
function ranges(eras) {
  return eras.map((era, i) => ({ statement: { version_added: era.added, ...(eras[i + 1] && { version_removed: eras[i + 1]?.added }) }, era })).reverse();
}

/**
 * @param {Statement} statement
 * @param {boolean} withRange
 * @returns {Statement}
 */
function dated({ version_added, version_removed }, withRange) {
  return {
    version_added: version_added && !withRange ? exact(version_added) : version_added,
    ...(version_removed && { version_removed: exact(version_removed) }),
  };
}

/** @param {string} version */
function exact(version) {
  return version.replace('≤', '');
}

/**
 * What was not measured about the ends of a statement. Where there is another statement, no range may say it: it could overlap.
 * @param {Statement} statement
 * @param {Era} era
 * @param {readonly Era[]} eras
 * @param {boolean} withRange
 */
function gapsOf({ version_added, version_removed }, era, eras, withRange) {
  const next = eras[eras.indexOf(era) + 1];
  const ends = /** @type {const} */ ([[!withRange && version_added, era.gap], [version_removed, next?.gap]]);
  return ends.flatMap(([version, gap]) => (version && gap && version.startsWith('≤') ? [gap] : []));
}

/**
 * Whether nobody can try a version any more: then it may say "≤".
 * @param {string | false} version
 * @param {readonly Release[]} releases
 */
function isOld(version, releases) {
  if (!version || !version.startsWith('≤')) return false;
  const date = releases.find((release) => release.version === version.slice(1))?.date;
  return date !== undefined && date <= NEWEST_RANGED;
}
