import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cleanUpOnExit } from './clean-up-on-exit.mjs';
import { endProcessesAtHome } from './end-processes.mjs';
import { hostMissing } from './host-missing.mjs';
import { killTree } from './kill-tree.mjs';
import { firefoxUserJs } from './launch-arguments.mjs';
import { launchCommand } from './launch-command.mjs';
import { hostIsMissing } from './run-error.mjs';
import { makeWinePrefix, removeWineTraces } from './wine-prefix.mjs';

const STDERR_KEPT = 8000;
const GRACE_MS = 1000;
const GRACE_ON_EXIT_MS = 250;
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
 * Opens `url` in a browser with no driver and no window that anyone sees, in a profile and HOME of its own that `stop()` (or the end of this process) removes.
 * @param {import('./find-browsers.mjs').Browser} browser
 * @param {string} url
 * @returns {RunningBrowser}
 * @throws {import('./run-error.mjs').RunError} when this machine lacks what starts it
 */
export function startBrowser(browser, url) {
  const missing = hostMissing(browser);
  if (missing) throw hostIsMissing(browser.name, missing);
  const room = mkdtempSync(join(tmpdir(), 'rtc-close-shim-'));
  try {
    makeProfile(room, browser);
  } catch (error) {
    rmSync(room, REMOVE);
    throw error;
  }
  const { file, args, env } = launchCommand(browser, room, url);
  const child = spawn(file, args, {
    detached: process.platform !== 'win32',
    cwd: room, // CEF writes a log where it is.
    env: { ...process.env, ...env, ...homeIn(room) },
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const { pid } = child;
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });

  let over = pid === undefined;
  const end = () => {
    if (!over && pid !== undefined) killTree(pid);
    if (!over && browser.host === 'wine') endProcessesAtHome(room);
    over = true;
  };
  // What has a display ends it in order when it is asked to.
  const ask = () => {
    if (over || pid === undefined || !hasDisplay(browser)) return false;
    killTree(pid, 'SIGTERM');
    return true;
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
    if (ask()) sleep(GRACE_ON_EXIT_MS);
    end();
    removeWineTraces(join(room, 'prefix'));
    rmSync(room, REMOVE);
  });
  return {
    exited,
    stderrTail: () => stderr,
    async stop() {
      if (ask()) await Promise.race([exited, delay(GRACE_MS, undefined, { ref: false })]);
      end();
      await exited;
      child.stderr.destroy();
      removeWineTraces(join(room, 'prefix'));
      await rm(room, REMOVE);
      callOff();
    },
  };
}

/** @param {import('./find-browsers.mjs').Browser} browser */
function hasDisplay({ host }) {
  return host === 'wine' || host === 'xulrunner';
}

/**
 * @param {string} room
 * @param {import('./find-browsers.mjs').Browser} browser
 */
function makeProfile(room, { engine, host, env, extra }) {
  const profile = join(room, 'profile');
  mkdirSync(profile);
  mkdirSync(join(room, 'tmp'));
  if (engine === 'firefox') writeFileSync(join(profile, 'user.js'), firefoxUserJs(extra?.preferences));
  if (host === 'wine') makeWinePrefix(env.WINEPREFIX ?? '', join(room, 'prefix'));
}

/** @param {number} milliseconds in which nothing of this process runs */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** @param {string} room */
function homeIn(room) {
  if (process.platform === 'win32') return {};
  // Elsewhere than on Linux a TMPDIR this deep is too long a path for the browser's sockets.
  return process.platform === 'linux' ? { HOME: room, TMPDIR: join(room, 'tmp') } : { HOME: room };
}
