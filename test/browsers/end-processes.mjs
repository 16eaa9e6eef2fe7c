import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends the processes that were started with `home` as their HOME, a folder of one run: of Wine's, some leave the process group they were started in. Linux only.
 * @param {string} home
 */
export function endProcessesAtHome(home) {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid || !isAtHome(pid, home)) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/**
 * @param {string} pid
 * @param {string} home
 */
function isAtHome(pid, home) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${home}`);
  } catch {
    return false;
  }
}
