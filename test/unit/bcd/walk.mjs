/**
 * Every feature of a part of the tree. As the original, it takes all that it meets for a feature or for a group of them, and stumbles over anything else.
 * Restated of https://github.com/mdn/browser-compat-data/blob/a0a74f9b2e8bf61b989e82cf1da618cc33791c56/utils/walk.js, which is in no package.
 * @param {any} data
 * @param {string} [path]
 * @returns {Generator<{ path: string, data: any, compat: any }>}
 */
export function* walk(data, path = '') {
  if (path && '__compat' in data) yield { path, data, compat: data.__compat };
  for (const key of Object.keys(data).filter((one) => !one.startsWith('__'))) yield* walk(data[key], path ? `${path}.${key}` : key);
}
