import { execFileSync } from 'node:child_process';

/** What a page sees as its network: loopback, through which this machine talks to itself, and an address that leads out. */
const SET_UP = `
  ip link set lo up &&
  ip link add v0 type veth peer name v1 &&
  ip address add 10.9.9.1/24 dev v0 &&
  ip link set v0 up &&
  ip link set v1 up &&
  ip route add default via 10.9.9.2`;

/**
 * How to run a command in a network namespace of its own, where one can be had: what stands before the command.
 * @returns {{ command: [string, ...string[]] } | { reason: string }}
 */
export function ownNetwork() {
  let reason = 'unshare is Linux only';
  if (process.platform !== 'linux') return { reason };
  for (const flags of [['--net'], ['--map-root-user', '--net']]) {
    /** @type {[string, ...string[]]} */
    const command = ['unshare', ...flags, 'sh', '-c', `${SET_UP} && exec "$@"`, 'sh'];
    const [program, ...before] = command;
    try {
      execFileSync(program, [...before, 'true'], { stdio: 'pipe', timeout: 10_000 });
      return { command };
    } catch (error) {
      const { message, stderr } = /** @type {Error & { stderr?: Buffer }} */ (error);
      reason = String(stderr ?? '').trim() || message;
    }
  }
  return { reason };
}
