import { execFileSync } from 'node:child_process';

/** @type {string | undefined} */
let known;

/**
 * The address from which this machine's apt takes Debian's packages; nothing where it has none (Ubuntu's are others).
 * @returns {string | undefined}
 */
export function debianArchive() {
  known ??= askApt();
  return known || undefined;
}

/** @returns {string} empty where there is none */
function askApt() {
  try {
    // The label tells it from the archive of the security updates.
    const sites = execFileSync('apt-get', ['indextargets', '--format', '$(SITE)', 'Created-By: Packages', 'Origin: Debian', 'Label: Debian'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return sites.split('\n')[0] ?? '';
  } catch {
    return '';
  }
}
