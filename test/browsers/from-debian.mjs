import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { debianArchive } from './debian-archive.mjs';

const run = promisify(execFile);
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
// Nothing of it runs: a fifth of what is unpacked, or more.
const FOR_PEOPLE = ['usr/share/doc', 'usr/share/man', 'usr/share/info', 'usr/share/locale', 'usr/share/icons'];
// What has no root of its own runs on the C library and the loader of this system.
const C_LIBRARY = /^libc6_/;
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];

/**
 * Downloads a package of a Debian suite and all that it depends on with a package list of its own (apt checks the signatures), and unpacks them beside each other. No package's script runs, and none is installed.
 * @param {import('./fetch-build.mjs').DebianBuild} build
 * @param {string} folder an empty one
 * @param {(step: import('./fetch-build.mjs').Step) => void} onStep
 * @returns {Promise<string>} where in `folder` the files are
 */
export async function fromDebian(build, folder, onStep) {
  onStep('download');
  const archives = await download(build, join(folder, 'apt'));
  onStep('unpack');
  const files = join(folder, 'files');
  await mkdir(files);
  for (const name of await readdir(archives)) {
    const isNeeded = name.endsWith('.deb') && !(build.host === 'unpacked' && C_LIBRARY.test(name));
    if (isNeeded) await run('dpkg-deb', ['--extract', join(archives, name), files]);
  }
  for (const path of FOR_PEOPLE) await rm(join(files, path), { recursive: true, force: true });
  // The links that stand for these are not in a package of every suite.
  for (const name of MERGED) if (!existsSync(join(files, name)) && existsSync(join(files, 'usr', name))) await symlink(`usr/${name}`, join(files, name));
  return files;
}

/**
 * @param {import('./fetch-build.mjs').DebianBuild} build
 * @param {string} folder for all that apt writes
 * @returns {Promise<string>} the folder of the packages
 */
async function download({ package: spec, suite, with: other }, folder) {
  const archives = join(folder, 'archives');
  for (const path of ['lists/partial', 'archives/partial', 'state', 'cache']) await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, 'status'), ''); // Nothing is installed: every dependency is downloaded.
  await writeFile(join(folder, 'list'), `deb ${existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : ''}${debianArchive()} ${suite} main\n`);
  const options = Object.entries({
    'APT::Architecture': 'amd64',
    'APT::Architectures': 'amd64',
    'APT::Install-Recommends': 'false',
    // Without it a list that can't be had is a warning, and the package one that nobody knows.
    'APT::Update::Error-Mode': 'any',
    // To write to the folder of who runs this.
    'APT::Sandbox::User': '',
    'Debug::NoLocking': 'true',
    'Dir::Etc::SourceList': join(folder, 'list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'Dir::State': join(folder, 'state'),
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::State::Status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Cache::Archives': archives,
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await aptGet([...options, 'update'], spec, suite);
  await aptGet([...options, '--yes', '--download-only', 'install', spec.replace('@', '='), ...(other ? [other] : [])], spec, suite);
  return archives;
}

/**
 * @param {string[]} args
 * @param {string} spec
 * @param {string} suite
 */
async function aptGet(args, spec, suite) {
  const running = run('apt-get', ['--quiet=2', ...args], { env: { ...process.env, LC_ALL: 'C' } });
  const callOff = cleanUpOnExit(() => running.child.kill());
  try {
    await running;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    const moved = /^E: Version .* was not found/m.test(said) ? '; the suite has another version by now: put that into museum.json' : '';
    throw new Error(`apt could not download ${spec} of ${suite}: ${said || error}${moved}`, { cause: error });
  } finally {
    callOff();
  }
}
