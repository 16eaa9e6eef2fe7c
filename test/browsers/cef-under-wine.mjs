import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { cachedWinePrefix, wineEnvironment } from './wine-prefix.mjs';

const run = promisify(execFile);
const COMPILER = 'x86_64-w64-mingw32-gcc';
const SOURCE = fileURLToPath(new URL('./hosts/cefhost.c', import.meta.url));

/**
 * Keeps of an npm package's files what CEF itself consists of.
 * @param {string} files
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function unpackCef(files, folder) {
  for (const name of await readdir(files)) {
    if (!/^CefSharp|\.js$/.test(name)) await rename(join(files, name), join(folder, name));
  }
}

/**
 * How to run the CEF in `folder`: a host compiled beside it, and a prefix that has what Windows has; both are made at the first call.
 * @param {string} folder
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} of which WINEPREFIX is to be copied by `makeWinePrefix()`, not run in
 */
export async function runnableCef(folder) {
  const executablePath = await compiledHost(folder);
  return { executablePath, env: wineEnvironment(await cachedWinePrefix()) };
}

/** @param {string} folder */
async function compiledHost(folder) {
  const digest = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 8);
  const program = join(folder, `cefhost-${digest}.exe`);
  if (existsSync(program)) return program;
  const part = `${program}.${process.pid}`;
  const compiling = run(COMPILER, ['-O1', '-s', '-o', part, SOURCE]);
  const callOff = cleanUpOnExit(() => compiling.child.kill());
  try {
    await compiling;
    await rename(part, program);
  } finally {
    callOff();
    await rm(part, { force: true });
  }
  return program;
}

/**
 * The command line of the host that opens `url`; it takes the switches of Chromium.
 * @param {string} profile
 * @param {string} url
 * @returns {string[]}
 */
export function cefArguments(profile, url) {
  return [
    `--url=${url}`,
    `--cache=Z:${profile.replaceAll('/', '\\')}`,
    '--disable-direct-write',
    '--enable-media-stream',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--mute-audio',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ];
}
