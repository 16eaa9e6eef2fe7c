import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'headless-shell' | 'wine' | 'xulrunner'} Host what starts a build of the museum; `headless-shell` builds start by themselves
 *
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {NodeJS.ProcessEnv} env
 * @property {(path: string) => boolean} exists
 *
 * @typedef {{ what: string, apt: string, path: string[] }} Need something that is there when one of the paths is, and the package of Debian 12 that brings it
 */

const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

/** Where fonts-wine puts the one font that a page can't be laid out without under Wine. */
export const TAHOMA = ['/usr/share/wine/fonts/tahoma.ttf', '/usr/share/wine/fonts/tahomabd.ttf'];

/**
 * Why a build of the museum can't run on this machine, and what to do about that; nothing when it can, or has no host. Looks at a few files and starts nothing.
 * @param {{ host?: string }} build
 * @param {Machine} machine
 * @returns {{ reason: string, install: string } | undefined}
 */
export function hostMissing({ host }, machine = { platform: process.platform, arch: process.arch, env: process.env, exists: existsSync }) {
  if (!host) return undefined;
  const { platform, arch } = machine;
  if (platform !== 'linux' || arch !== 'x64') {
    return { reason: `it runs on Linux on x86-64, and this is ${platform} on ${arch}`, install: 'a container or virtual machine of that kind has it' };
  }
  const lacking = needs(host, machine.env).filter(({ path }) => !path.some(machine.exists));
  if (lacking.length === 0) return undefined;
  const packages = [...new Set(lacking.map(({ apt }) => apt))];
  return { reason: `it needs ${lacking.map(({ what }) => what).join(', ')}`, install: `Debian: apt-get install ${packages.join(' ')}` };
}

/**
 * @param {string} host
 * @param {NodeJS.ProcessEnv} env
 * @returns {Need[]}
 */
function needs(host, env) {
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
  return [];
}
