import { readFileSync } from 'node:fs';
import { arch, release, type } from 'node:os';

const NAMES = /** @type {Record<string, string>} */ ({ Darwin: 'macOS (Darwin)', Windows_NT: 'Windows' });

/**
 * What this machine runs, such as `Debian GNU/Linux 13 (Linux 6.12.0, x64)`.
 * @param {() => string} readOsRelease
 * @returns {string}
 */
export function systemName(readOsRelease = () => readFileSync('/etc/os-release', 'utf8')) {
  const kernel = `${NAMES[type()] ?? type()} ${release()}`;
  if (type() !== 'Linux') return `${kernel} (${arch()})`;
  return `${distribution(readOsRelease)}(${kernel}, ${arch()})`;
}

/** @param {() => string} readOsRelease */
function distribution(readOsRelease) {
  try {
    const [, name] = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readOsRelease()) ?? [];
    return name ? `${name} ` : '';
  } catch {
    // Not every Linux has the file.
    return '';
  }
}
