import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { cached } from './cache-folder.mjs';
import { TAHOMA } from './host-missing.mjs';

const run = promisify(execFile);
// A prefix's own: its registry, and the mark by which Wine knows that it made all of it.
const REGISTRY = ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp'];

/**
 * What Wine must find in its environment: 64 bits, no .NET, no HTML engine, no menus, silence, and no debugger, which would keep a crashed program in memory.
 * @param {string} prefix
 * @returns {Record<string, string>}
 */
export function wineEnvironment(prefix) {
  return { WINEPREFIX: prefix, WINEARCH: 'win64', WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe,winedbg.exe=d', WINEDEBUG: '-all' };
}

/**
 * The path of a prefix in the cache, made at the first call of each version of Wine: a Windows in which nothing has run yet. Not to be run in: see `makeWinePrefix()`.
 * @returns {Promise<string>}
 */
export async function cachedWinePrefix() {
  const { stdout } = await run('wine', ['--version'], { env: { ...process.env, WINEDEBUG: '-all' } });
  const name = stdout.trim().replace(/[^\w.]+/g, '-');
  const folder = await cached(`${name}-prefix`, async (part) => {
    const home = join(part, 'home');
    await mkdir(home);
    const env = { ...process.env, HOME: home, TMPDIR: part, DISPLAY: '', ...wineEnvironment(join(part, 'prefix')) };
    await run('wine', ['wineboot', '--init'], { env, cwd: home });
    // It writes its registry when its last program has ended.
    await run('wineserver', ['-w'], { env });
    const fonts = join(part, 'prefix', 'drive_c', 'windows', 'Fonts');
    for (const font of TAHOMA) await copyFile(font, join(fonts, basename(font)));
  });
  return join(folder, 'prefix');
}

/**
 * Makes a prefix of its own for a run: the registry and the user's folders are copies, Windows itself is linked to.
 * @param {string} template
 * @param {string} prefix
 */
export function makeWinePrefix(template, prefix) {
  mkdirSync(join(prefix, 'dosdevices'), { recursive: true });
  mkdirSync(join(prefix, 'drive_c'));
  for (const name of REGISTRY) copyFileSync(join(template, name), join(prefix, name));
  symlinkSync('../drive_c', join(prefix, 'dosdevices', 'c:'));
  symlinkSync('/', join(prefix, 'dosdevices', 'z:'));
  for (const name of readdirSync(join(template, 'drive_c'))) {
    const [from, to] = [join(template, 'drive_c', name), join(prefix, 'drive_c', name)];
    if (name === 'users') cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
}

/**
 * Removes what Wine keeps of a prefix beside it: on Debian, a folder for its socket.
 * @param {string} prefix
 */
export function removeWineTraces(prefix) {
  const note = join(prefix, 'wineserver');
  const folder = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (/^wine-\w+$/.test(folder)) rmSync(join('/tmp', folder), { recursive: true, force: true });
}
