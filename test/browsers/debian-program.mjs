import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fontsConf } from './fonts-conf.mjs';

// PulseAudio's library finds its own part by an absolute path.
const LIBRARIES = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu/pulseaudio'];

/**
 * Makes of unpacked packages a folder whose program runs on this system's C library.
 * @param {string} files
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function unpackBeside(files, folder) {
  await moveAll(files, folder);
  await writeFile(join(folder, 'fonts.conf'), fontsConf('usr/share/fonts'));
}

/**
 * How to run the program that was unpacked into `folder`.
 * @param {string} folder
 * @param {{ program?: string }} build
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export function runnableBeside(folder, { program = '' }) {
  const executablePath = join(folder, program);
  const libraries = [dirname(program), ...LIBRARIES].map((path) => join(folder, path));
  return { executablePath, env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(folder, 'fonts.conf') } };
}

/**
 * Makes of unpacked packages a file system in which its program runs.
 * @param {string} files
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function unpackRoot(files, folder) {
  await moveAll(files, folder);
  for (const name of ['proc', 'dev', 'tmp', 'hosts']) await mkdir(join(folder, name), { recursive: true });
}

/**
 * How to run the program in the file system `folder`.
 * @param {string} folder
 * @param {{ program?: string }} build
 * @returns {{ executablePath: string, env: Record<string, string>, root: string }}
 */
export function runnableRoot(folder, { program = '' }) {
  return { executablePath: join(folder, program), env: {}, root: folder };
}

/**
 * @param {string} from
 * @param {string} to
 */
async function moveAll(from, to) {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}
