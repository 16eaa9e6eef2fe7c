import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { untar } from '../browsers/untar.mjs';
import { tarball } from './tarball.mjs';

/**
 * Puts the package, as npm would publish it, into `folder/node_modules/rtc-close-shim` and resolves to that path; what was there before is replaced.
 * @param {string} folder of a project
 * @returns {Promise<string>}
 */
export async function packInto(folder) {
  const modules = join(folder, 'node_modules');
  const place = join(modules, 'rtc-close-shim');
  const unpacked = join(modules, 'package');
  await mkdir(modules, { recursive: true });
  await Promise.all([place, unpacked].map((path) => rm(path, { recursive: true, force: true })));
  await untar(await tarball(), createGunzip(), modules, 'package');
  await rename(unpacked, place);
  return place;
}
