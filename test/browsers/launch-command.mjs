import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cefArguments } from './cef-under-wine.mjs';
import { launchArguments, launchEnvironment } from './launch-arguments.mjs';
import { inOwnRoot } from './own-root.mjs';
import { QT_ENVIRONMENT, qtArguments } from './qt-web-engine.mjs';
import { xulrunnerArguments } from './xulrunner.mjs';

const WITH_DISPLAY = fileURLToPath(new URL('./hosts/with-display.sh', import.meta.url));

/**
 * What to run, in which environment besides the machine's, so that a browser opens `url`.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @param {string} room the run's own folder, with its `profile` (and for Wine its `prefix`) in it
 * @param {string} url
 * @returns {{ file: string, args: string[], env: Record<string, string> }}
 */
export function launchCommand({ engine, executablePath, env, host, root, extra }, room, url) {
  const profile = join(room, 'profile');
  if (host === 'wine') {
    return { file: 'sh', args: [WITH_DISPLAY, 'wine', executablePath, ...cefArguments(profile, url)], env: { ...env, WINEPREFIX: join(room, 'prefix') } };
  }
  if (host === 'xulrunner') {
    return { file: 'sh', args: [WITH_DISPLAY, executablePath, ...xulrunnerArguments(profile)], env: { ...env, ...launchEnvironment(engine), RTC_CLOSE_SHIM_PAGE: url } };
  }
  if (root !== undefined) {
    const isQt = host === 'qtwebengine';
    const args = isQt ? qtArguments(profile, url) : launchArguments(engine, profile, url, extra?.args);
    return { ...inOwnRoot(root, room, [executablePath.slice(root.length), ...args]), env: { ...env, ...(isQt ? QT_ENVIRONMENT : launchEnvironment(engine)) } };
  }
  return { file: executablePath, args: launchArguments(engine, profile, url, extra?.args), env: { ...env, ...launchEnvironment(engine) } };
}
