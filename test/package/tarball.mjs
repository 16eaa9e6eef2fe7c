import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cleanUpOnExit } from '../browsers/clean-up-on-exit.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
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
  // No lifecycle script and no look for a newer npm: what is there is packed, offline.
  const how = ['--ignore-scripts', '--no-update-notifier', '--offline', '--loglevel', 'error'];
  await run('npm', ['pack', ...how, '--pack-destination', folder], { cwd: ROOT, shell: process.platform === 'win32' });
  const [name] = readdirSync(folder);
  if (!name) throw new Error('npm pack made no tarball');
  return join(folder, name);
}
