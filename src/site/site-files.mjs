import { join } from 'node:path';
import { mimeType } from '../../test/browsers/served-file.mjs';

/**
 * The files of the site as they are served, each folder by its index, too.
 * @param {string} folder
 * @param {string[]} paths below it
 * @returns {import('../../test/browsers/served-file.mjs').Files}
 */
export function siteFiles(folder, paths) {
  return Object.fromEntries(paths.flatMap((path) => {
    const file = join(folder, path);
    const index = /^(.*\/)?index\.html$/.exec(path);
    return [[`/${path}`, file], ...(index ? [[`/${index[1] ?? ''}`, { file, type: mimeType(path) }]] : [])];
  }));
}
