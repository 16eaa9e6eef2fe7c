import { earlier } from './versions.mjs';

/**
 * @typedef {import('./mdn.mjs').Statement} Statement
 * @typedef {import('./mdn.mjs').Release} Release
 */

/**
 * The statements of an engine as those of a browser that is built on it: each version becomes the browser's first release with an engine as new.
 * @template {{ statement: Statement }} T
 * @param {readonly T[]} statements by the engine's versions, newest first
 * @param {readonly Release[]} releases of the browser with that engine, oldest first
 * @returns {T[]} those that a release was ever under
 */
export function mirrored(statements, releases) {
  return statements.flatMap((one) => {
    const { version_added: added, version_removed: removed, ...rest } = one.statement;
    const from = typeof added === 'string' ? mirroredVersion(added, releases) : added;
    const to = removed === undefined ? undefined : mirroredVersion(removed, releases);
    // Not in any release yet, or gone before the browser took up the engine.
    if (from === undefined || (typeof from === 'string' && to !== undefined && !earlier(from, to))) return [];
    return [{ ...one, statement: { version_added: from, ...(to !== undefined && { version_removed: to }), ...rest } }];
  });
}

/**
 * @param {string} version of the engine, perhaps with "≤"
 * @param {readonly Release[]} releases
 * @returns {string | undefined}
 */
function mirroredVersion(version, releases) {
  const first = releases.findIndex(({ engineVersion }) => engineVersion !== undefined && !earlier(engineVersion, version));
  const release = releases[first];
  if (!release) return undefined;
  // The browser's first release with the engine has no earlier one in which it could have been.
  return version.startsWith('≤') && first > 0 ? `≤${release.version}` : release.version;
}
