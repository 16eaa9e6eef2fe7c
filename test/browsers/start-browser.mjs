import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { firefoxUserJs, launchArguments, launchEnvironment } from './launch-arguments.mjs';

const STDERR_KEPT = 8000;
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };

/**
 * @typedef {object} Exit
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 * @property {NodeJS.ErrnoException} [error] why the process could not be made at all
 *
 * @typedef {object} RunningBrowser
 * @property {Promise<Exit>} exited
 * @property {() => Promise<void>} stop ends the browser's processes and removes its profile; may be called twice
 * @property {() => string} stderrTail the last lines the browser said
 */

/**
 * Opens `url` in a headless browser with no driver, in a profile and HOME of its own that `stop()` (or the end of this process) removes.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @param {string} url
 * @returns {RunningBrowser}
 */
export function startBrowser(browser, url) {
  const room = mkdtempSync(join(tmpdir(), 'rtc-close-shim-'));
  const profile = makeProfile(room, browser.engine);
  const child = spawn(browser.executablePath, launchArguments(browser.engine, profile, url), {
    detached: process.platform !== 'win32',
    env: { ...process.env, ...browser.env, ...launchEnvironment(browser.engine), ...homeIn(room) },
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });

  let over = false;
  const end = () => {
    if (!over && child.pid !== undefined) killTree(child.pid);
    over = true;
  };
  /** @type {Promise<Exit>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => {
      end(); // Helpers outlive a browser that crashed.
      resolve({ code, signal });
    });
  });
  const callOff = cleanUpOnExit(() => {
    end();
    rmSync(room, REMOVE);
  });
  return {
    exited,
    stderrTail: () => stderr,
    async stop() {
      end();
      await exited;
      child.stderr.destroy();
      await rm(room, REMOVE);
      callOff();
    },
  };
}

/**
 * @param {string} room
 * @param {import('./find-browsers.mjs').Engine} engine
 */
function makeProfile(room, engine) {
  const profile = join(room, 'profile');
  mkdirSync(profile);
  mkdirSync(join(room, 'tmp'));
  if (engine === 'firefox') writeFileSync(join(profile, 'user.js'), firefoxUserJs());
  return profile;
}

/** @param {string} room */
function homeIn(room) {
  if (process.platform === 'win32') return {};
  // Elsewhere than on Linux a TMPDIR this deep is too long a path for the browser's sockets.
  return process.platform === 'linux' ? { HOME: room, TMPDIR: join(room, 'tmp') } : { HOME: room };
}

/** @param {number} pid the process and all it started: the group made by `detached`, on Windows the tree */
function killTree(pid) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: nothing of it is left.
  }
}
