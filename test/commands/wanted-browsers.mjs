import { chooseBrowsers } from '../browsers/choose-browsers.mjs';
import { UsageError } from './usage-error.mjs';

/**
 * The browsers that `--browser` names, all where it names none.
 * @template {{ name: string }} T
 * @param {T[]} found
 * @param {string[]} names
 * @returns {T[]} throws a `UsageError` for a name that means none, and an error where there is none at all
 */
export function wantedBrowsers(found, names) {
  const { chosen, unknown } = chooseBrowsers(found, names);
  if (unknown.length) throw new UsageError(`--browser ${unknown.join(', ')}`, `a browser that is here (${found.map(({ name }) => name).join(', ') || 'none'})`);
  if (found.length === 0) throw new Error('no browser is here; npm start says how to get one');
  return names.length ? chosen : found;
}
