import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { untar } from './untar.mjs';

const run = promisify(execFile);

/**
 * Downloads the npm package of a build, checks it against its recorded integrity, and takes the files of the build out of it.
 * @param {import('./fetch-build.mjs').NpmBuild} build
 * @param {string} folder an empty one
 * @param {(step: import('./fetch-build.mjs').Step) => void} onStep
 * @returns {Promise<string>} where in `folder` the files are
 */
export async function fromNpm(build, folder, onStep) {
  onStep('download');
  const tarball = await pack(build.package, folder);
  onStep('verify');
  await verify(tarball, build);
  onStep('unpack');
  const files = `package/${build.folder ?? 'bin'}`;
  await untar(tarball, createGunzip(), folder, files);
  return join(folder, files);
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
 * @param {import('./fetch-build.mjs').NpmBuild} build
 */
async function verify(tarball, build) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== build.integrity) throw new Error(`${build.package} is not what was recorded: its integrity is ${integrity} instead of ${build.integrity}`);
}
