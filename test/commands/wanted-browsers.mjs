import { chooseBrowsers } from '../browsers/choose-browsers.mjs';
import { UsageError } from './usage-error.mjs';

/**
 * The browsers that `--browser` names, all where it names none; throws a `UsageError` for a name that means none.
 * @param {import('../browsers/find-browsers.mjs').Browser[]} found
 * @param {string[]} names
 */
export function wantedBrowsers(found, names) {
  if (names.length === 0) return found;
  const { chosen, unknown } = chooseBrowsers(found, names);
  if (unknown.length === 0) return chosen;
  throw new UsageError(`--browser ${unknown.join(', ')}: not here; found: ${found.map(({ name }) => name).join(', ') || 'none'}`);
}
