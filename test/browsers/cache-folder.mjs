import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';

const STALE_AFTER_MS = 60 * 60 * 1000;

/**
 * The folder that keeps unpacked browsers between runs: the user's cache, never the repository; `RTC_CLOSE_SHIM_CACHE` names another.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.RTC_CLOSE_SHIM_CACHE) return env.RTC_CLOSE_SHIM_CACHE;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'rtc-close-shim');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'rtc-close-shim', 'Cache');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'rtc-close-shim');
}

/**
 * The path of the cached folder `name`, filled by `fill` when it is not there; it appears whole or not at all, also with two processes at once.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function cached(name, fill) {
  const root = cacheFolder();
  const folder = join(root, name);
  if (existsSync(folder)) return folder;
  await mkdir(root, { recursive: true });
  await removeStaleParts(root);
  const part = join(root, `part-${randomUUID()}`);
  await mkdir(part);
  const callOff = cleanUpOnExit(() => rmSync(part, { recursive: true, force: true }));
  try {
    await fill(part);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another process was quicker: its folder is as whole as ours.
    if (!existsSync(folder)) throw error;
  } finally {
    callOff();
  }
  return folder;
}

/** @param {string} root what a killed process left behind is removed, what another one is filling now is not */
async function removeStaleParts(root) {
  for (const name of await readdir(root)) {
    if (!name.startsWith('part-')) continue;
    const part = join(root, name);
    const age = await stat(part).then((s) => Date.now() - s.mtimeMs, () => 0);
    if (age > STALE_AFTER_MS) await rm(part, { recursive: true, force: true });
  }
}
