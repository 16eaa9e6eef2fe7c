import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APPLICATION = fileURLToPath(new URL('./hosts/gecko-app/application.ini', import.meta.url));
const PROGRAMS = ['xulrunner', 'plugin-container'];
const LISTS = /^(dependentlibs\.list|platform\.ini|.*\.manifest)$/;

/**
 * Moves a XULRunner that was published from Windows into `folder` and mends that: its lists had got CRLF, its programs had lost the right to be run.
 * @param {string} files
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function unpackXulrunner(files, folder) {
  for (const name of await readdir(files)) await rename(join(files, name), join(folder, name));
  for (const name of PROGRAMS) await chmod(join(folder, name), 0o755);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!LISTS.test(name.replace(/.*\//, ''))) continue;
    const text = await readFile(join(folder, name), 'latin1');
    await writeFile(join(folder, name), text.replaceAll('\r\n', '\n'), 'latin1');
  }
}

/**
 * How to run the XULRunner in `folder`.
 * @param {string} folder
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export function runnableXulrunner(folder) {
  return { executablePath: join(folder, 'xulrunner'), env: { LD_LIBRARY_PATH: folder } };
}

/**
 * The command line that opens the application of one window in a fresh `profile`; the page's URL comes to it as `RTC_CLOSE_SHIM_PAGE`.
 * @param {string} profile
 * @returns {string[]}
 */
export function xulrunnerArguments(profile) {
  return ['--app', APPLICATION, '-no-remote', '-profile', profile];
}
