import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache-folder.mjs';
import { runnableCef, unpackCef } from './cef-under-wine.mjs';
import { runnableBeside, runnableRoot, unpackBeside, unpackRoot } from './debian-program.mjs';
import { fromDebian } from './from-debian.mjs';
import { fromNpm } from './from-npm.mjs';
import { hostMissing } from './host-missing.mjs';
import { hostIsMissing } from './run-error.mjs';
import { cacheName, runnable, unpackChromium } from './shipped-chromium.mjs';
import { runnableXulrunner, unpackXulrunner } from './xulrunner.mjs';

/**
 * What becomes of a package's files, by the host of the build.
 * @type {Record<import('./host-missing.mjs').Host, { unpack: (files: string, folder: string) => Promise<void>, runnable: (folder: string, build: { program?: string }) => Runnable | Promise<Runnable> }>}
 */
const HOSTS = {
  'headless-shell': { unpack: unpackChromium, runnable },
  wine: { unpack: unpackCef, runnable: runnableCef },
  xulrunner: { unpack: unpackXulrunner, runnable: runnableXulrunner },
  unpacked: { unpack: unpackBeside, runnable: runnableBeside },
  rooted: { unpack: unpackRoot, runnable: runnableRoot },
  qtwebengine: { unpack: unpackRoot, runnable: runnableRoot },
};

/**
 * A row of museum.json.
 * @typedef {object} Row
 * @property {string} name `chromium@64`
 * @property {import('./find-browsers.mjs').Engine} engine
 * @property {string} version all of it, as the build itself told it
 * @property {import('./host-missing.mjs').Host} host
 * @property {string} package `name@version`
 *
 * @typedef {Row & { folder?: string, integrity: string, program?: undefined }} NpmBuild a build that an npm package holds in `folder` (`bin` by default); the integrity is that of the
 * package's tarball, as a lockfile has it, and holds it to the version (builds of that age have no `--version`)
 *
 * @typedef {Row & { suite: string, with?: string, program: string, glibc?: string }} DebianBuild a package of a Debian suite (apt checks its signature) `with` another that
 * shows pages in it, the path of the program in them, and the C library that it needs where it runs on this system's
 *
 * @typedef {NpmBuild | DebianBuild} MuseumBuild
 * @typedef {'download' | 'verify' | 'unpack'} Step
 * @typedef {{ executablePath: string, env: Record<string, string>, root?: string }} Runnable
 */

/**
 * Makes a build of the museum ready to run, from the cache or else from npm or Debian, checked against what is recorded or signed; rejects with a `RunError` when this machine lacks its host.
 * @param {MuseumBuild} build
 * @param {{ onProgress?: (step: Step, build: MuseumBuild) => void }} options
 * @returns {Promise<import('./find-browsers.mjs').Browser>}
 */
export async function fetchBuild(build, { onProgress } = {}) {
  const missing = hostMissing(build);
  if (missing) throw hostIsMissing(build.name, missing);
  const { unpack, runnable } = HOSTS[build.host];
  const at = build.package.lastIndexOf('@');
  const folder = await cached(cacheName(build.package.slice(0, at), build.package.slice(at + 1)), async (part) => {
    const download = join(part, 'download');
    await mkdir(download);
    const onStep = (/** @type {Step} */ step) => onProgress?.(step, build);
    const files = await ('suite' in build ? fromDebian(build, download, onStep) : fromNpm(build, download, onStep));
    await unpack(files, part);
    await rm(download, { recursive: true });
  });
  return { name: build.name.replace('@', '-'), engine: build.engine, version: build.version, source: 'museum', host: build.host, ...(await runnable(folder, build)) };
}
