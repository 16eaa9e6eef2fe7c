import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { debianArchive } from './debian-archive.mjs';
import { ownRoot } from './own-root.mjs';

/**
 * What starts a build of the museum; `headless-shell` and `unpacked` builds start by themselves, `rooted` ones and QtWebEngine in a file system of their own.
 * @typedef {'headless-shell' | 'wine' | 'xulrunner' | 'unpacked' | 'rooted' | 'qtwebengine'} Host
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {NodeJS.ProcessEnv} env
 * @property {(path: string) => boolean} exists
 * @property {string} [glibc] the version of its C library
 * @property {typeof debianArchive} archive
 * @property {typeof ownRoot} root
 *
 * @typedef {{ reason: string, install: string }} Lacking
 * @typedef {{ what: string, apt: string, path: string[] }} Need something that is there when one of the paths is, and the package of Debian 12 that brings it
 */

const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

const ROOTED = ['rooted', 'qtwebengine'];

/** Where fonts-wine puts the one font that a page can't be laid out without under Wine. */
export const TAHOMA = ['/usr/share/wine/fonts/tahoma.ttf', '/usr/share/wine/fonts/tahomabd.ttf'];

/** @type {Machine} */
const HERE = {
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  exists: existsSync,
  glibc: /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport()).header.glibcVersionRuntime,
  archive: debianArchive,
  root: ownRoot,
};

/**
 * Why a build of the museum can't run on this machine (a row of museum.json: or be fetched), and what to do about that; nothing when it can, or has no host.
 * @param {{ host?: string, suite?: string, glibc?: string }} build
 * @param {Machine} machine
 * @returns {Lacking | undefined}
 */
export function hostMissing({ host, suite, glibc }, machine = HERE) {
  if (!host) return undefined;
  const { platform, arch } = machine;
  if (platform !== 'linux' || arch !== 'x64') {
    return { reason: `it runs on Linux on x86-64, and this is ${platform} on ${arch}`, install: 'a container or virtual machine of that kind has it' };
  }
  const lacking = needs(host, suite, machine.env).filter(({ path }) => !path.some(machine.exists));
  if (lacking.length === 0) return withoutArchive(suite, machine) ?? withoutLibrary(glibc, machine) ?? withoutRoot(host, machine);
  const packages = [...new Set(lacking.map(({ apt }) => apt))];
  return { reason: `it needs ${lacking.map(({ what }) => what).join(', ')}`, install: `Debian: apt-get install ${packages.join(' ')}` };
}

/**
 * @param {string | undefined} suite
 * @param {Machine} machine
 * @returns {Lacking | undefined}
 */
function withoutArchive(suite, { archive }) {
  if (suite === undefined || archive() !== undefined) return undefined;
  return { reason: `it is a package of Debian ${suite}, and this machine's apt has no archive of Debian`, install: 'a container of Debian has one' };
}

/**
 * @param {string | undefined} glibc
 * @param {Machine} machine
 * @returns {Lacking | undefined}
 */
function withoutLibrary(glibc, machine) {
  const isNewer = glibc !== undefined && glibc.localeCompare(machine.glibc ?? '0', 'en', { numeric: true }) > 0;
  return isNewer ? { reason: `it needs the C library ${glibc}, and this is ${machine.glibc ?? 'another one'}`, install: 'a newer system has it' } : undefined;
}

/**
 * @param {string} host
 * @param {Machine} machine
 * @returns {Lacking | undefined}
 */
function withoutRoot(host, { root }) {
  const own = ROOTED.includes(host) ? root() : { flags: [] };
  return 'reason' in own ? { reason: `it needs a file system of its own, which it can't have here (${own.reason})`, install: 'run this as root, or allow users to make namespaces' } : undefined;
}

/**
 * @param {string} host
 * @param {string | undefined} suite
 * @param {NodeJS.ProcessEnv} env
 * @returns {Need[]}
 */
function needs(host, suite, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const program = (/** @type {string} */ what, /** @type {string} */ name, /** @type {string} */ apt) => ({ what, apt, path: folders.map((folder) => join(folder, name)) });
  const library = (/** @type {string} */ name, /** @type {string} */ apt) => ({ what: name, apt, path: LIBRARY_FOLDERS.map((folder) => join(folder, name)) });
  const display = program('Xvfb', 'Xvfb', 'xvfb');
  if (host === 'wine') {
    return [
      program('Wine', 'wine', 'wine wine64'),
      { what: 'the font Tahoma', apt: 'fonts-wine', path: TAHOMA.slice(0, 1) },
      program('a C compiler for Windows', 'x86_64-w64-mingw32-gcc', 'gcc-mingw-w64-x86-64'),
      display,
    ];
  }
  if (host === 'xulrunner') {
    return [
      library('libdbus-glib-1.so.2', 'libdbus-glib-1-2'),
      library('libgtk-x11-2.0.so.0', 'libgtk2.0-0'),
      library('libXt.so.6', 'libxt6'),
      library('libasound.so.2', 'libasound2'),
      display,
    ];
  }
  return [
    ...(suite === undefined ? [] : [program('apt-get', 'apt-get', 'apt'), program('dpkg-deb', 'dpkg-deb', 'dpkg')]),
    ...(ROOTED.includes(host) ? [program('unshare', 'unshare', 'util-linux')] : []),
  ];
}
