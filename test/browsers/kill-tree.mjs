import { spawnSync } from 'node:child_process';

/**
 * Ends a process and all it started: the group that `detached` made, on Windows the tree.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function killTree(pid, signal = 'SIGKILL') {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nothing of it is left.
  }
}
