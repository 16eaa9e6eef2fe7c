import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cached } from '../browsers/cache-folder.mjs';

const FIXTURE = fileURLToPath(new URL('./bundlers/', import.meta.url));
const FILES = ['package.json', 'package-lock.json'];
// What npm and Node call a registry that cannot be reached, or that has no such package.
const OUT_OF_REACH = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ENOTCACHED|E40[34])\b/;
const run = promisify(execFile);

/**
 * Installs test/package/bundlers, once and for later runs, too. They are not among the repository's own packages: they weigh more than these.
 * @returns {Promise<{ folder: string } | { missing: string }>} the folder whose `node_modules` has them, or why they cannot be had here
 */
export async function installBundlers() {
  const lock = createHash('sha256').update(readFileSync(join(FIXTURE, 'package-lock.json'))).digest('hex');
  try {
    return { folder: await cached(`bundlers-${lock.slice(0, 16)}`, install) };
  } catch (error) {
    const { stderr = '' } = /** @type {{ stderr?: string }} */ (error);
    const [code] = OUT_OF_REACH.exec(stderr) ?? [];
    if (code === undefined) throw error;
    return { missing: `npm cannot get them from its registry (${code})` };
  }
}

/** @param {string} folder */
async function install(folder) {
  for (const name of FILES) copyFileSync(join(FIXTURE, name), join(folder, name));
  const how = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--fetch-retries', '1', '--loglevel', 'error'];
  await run('npm', ['ci', ...how], { cwd: folder, shell: process.platform === 'win32' });
}
