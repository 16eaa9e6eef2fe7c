import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./hosts/in-root.sh', import.meta.url));
const HOSTS = fileURLToPath(new URL('./hosts/', import.meta.url));

/** Where a program in a root of its own finds the folder `hosts`. */
export const HOSTS_IN_ROOT = '/hosts';

/** @type {{ flags: string[] } | { reason: string } | undefined} */
let known;

/**
 * How `unshare` gives a process mounts of its own here, as root or as a user who is one in a namespace; or why it does not.
 * @returns {{ flags: string[] } | { reason: string }}
 */
export function ownRoot() {
  known ??= tryUnshare();
  return known;
}

/** @returns {{ flags: string[] } | { reason: string }} */
function tryUnshare() {
  let reason = '';
  for (const flags of [['--mount'], ['--map-root-user', '--mount']]) {
    try {
      execFileSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'none', '/tmp'], { stdio: 'pipe', timeout: 10_000 });
      return { flags };
    } catch (error) {
      const { message, stderr } = /** @type {Error & { stderr?: Buffer }} */ (error);
      reason = (String(stderr ?? '').trim() || message).split('\n')[0] ?? '';
    }
  }
  return { reason };
}

/**
 * The command that runs a program in the file system `root`, with the folder of the run and the folder `hosts` in it; the mounts end with the program.
 * @param {string} root
 * @param {string} room
 * @param {string[]} command as the program's own file system has it
 * @returns {{ file: string, args: string[] }}
 */
export function inOwnRoot(root, room, command) {
  const own = ownRoot();
  const flags = 'flags' in own ? own.flags : [];
  return { file: 'unshare', args: [...flags, 'sh', SCRIPT, root, room, HOSTS, ...command] };
}
