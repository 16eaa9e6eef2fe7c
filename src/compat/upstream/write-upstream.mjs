import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBcdOrder } from '../bcd-order.mjs';
import { writeGenerated } from '../generated-files.mjs';
import { behaviours } from './behaviours.mjs';
import { pullRequest } from './pull-request.mjs';
import { rowOf } from './row.mjs';

/** @typedef {{ [key: string]: any }} Tree */

/** The text of the pull request, beside the folders of browser-compat-data. */
export const TEXT = 'rtc-close-shim-pull-request.md';

/**
 * Writes the rows that browser-compat-data could take over, in the layout of its files: into those that are in the folder, as in a checkout, or into new ones that have nothing else.
 * @param {string} folder
 * @param {{ measurements: readonly import('../measured-runs.mjs').Measurement[], mdn: import('../mdn.mjs').Mdn }} sources
 * @returns {string[]} the paths that changed
 * @throws {TypeError} where a file of the folder is none of browser-compat-data's
 */
export function writeUpstream(folder, { measurements, mdn }) {
  /** @type {Record<string, Tree>} */
  const trees = {};
  for (const behaviour of behaviours) {
    const file = `${behaviour.path.split('.').slice(0, 2).join('/')}.json`;
    trees[file] ??= treeIn(folder, file);
    trees[file] = withRow(trees[file], behaviour.path.split('.'), rowOf(behaviour, measurements, mdn));
  }
  const files = Object.fromEntries(Object.entries(trees).map(([file, tree]) => [file, `${JSON.stringify(tree, null, 2)}\n`]));
  return writeGenerated(folder, { ...files, [TEXT]: pullRequest(measurements, mdn) });
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Tree}
 */
function treeIn(folder, file) {
  const path = join(folder, file);
  if (!existsSync(path)) return {};
  const name = file.slice('api/'.length, -'.json'.length);
  /** @type {Tree | undefined} */
  let tree;
  try {
    tree = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    tree = undefined;
  }
  if (!tree?.api?.[name]) throw new TypeError(`${path} is no file of browser-compat-data: it has no api.${name}; name a checkout of it, or a new folder`);
  return tree;
}

/**
 * @param {Tree} tree
 * @param {string[]} path
 * @param {object} row
 * @returns {Tree} the rest stays as it is, and in its order
 */
function withRow(tree, [key = '', ...rest], row) {
  return inBcdOrder({ ...tree, [key]: rest.length ? withRow(tree[key] ?? {}, rest, row) : { ...tree[key], __compat: row } });
}
