import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../browsers/cache-folder.mjs';
import { cacheName } from '../../browsers/shipped-chromium.mjs';

/**
 * Whether a build of the museum is in the cache.
 * @param {import('../../browsers/fetch-build.mjs').MuseumBuild} build
 * @returns {boolean}
 */
export function fetched({ package: spec }) {
  const at = spec.lastIndexOf('@');
  return existsSync(join(cacheFolder(), cacheName(spec.slice(0, at), spec.slice(at + 1))));
}
