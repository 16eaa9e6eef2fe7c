import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cleanUpOnExit } from '../browsers/clean-up-on-exit.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// What no package is made of, and what nobody wants to copy.
const LEFT = ['node_modules', 'test', '.git', '.report', '.cache', 'coverage'];
const run = promisify(execFile);

/** @type {Promise<string> | undefined} */
let made;

/**
 * The path of the tarball that `npm pack` makes of what is here, made once a process and gone with it.
 * @returns {Promise<string>}
 */
export function tarball() {
  return (made ??= pack());
}

async function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-pack-'));
  cleanUpOnExit(() => rmSync(folder, { recursive: true, force: true }));
  // Of a copy: `prepack` writes folders that `postpack` takes away again, and several tests pack at once.
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  for (const name of readdirSync(ROOT)) if (!LEFT.includes(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  const before = treeOf(copy);
  const place = join(folder, 'tarball');
  mkdirSync(place);
  // No look for a newer npm: offline.
  await run('npm', ['pack', '--ignore-scripts=false', '--no-update-notifier', '--offline', '--loglevel', 'error', '--pack-destination', place], { cwd: copy, shell: process.platform === 'win32' });
  const after = treeOf(copy);
  const changed = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  if (changed.length) throw new Error(`npm pack left ${changed.join(', ')} behind, or changed it`);
  const [name] = readdirSync(place);
  if (!name) throw new Error('npm pack made no tarball');
  return join(place, name);
}

/**
 * What is in a folder: the size of each file and when it was written, by its path.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function treeOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map(({ parentPath, name }) => join(parentPath, name)).map((path) => [path, `${statSync(path).size} ${statSync(path).mtimeMs}`]));
}
