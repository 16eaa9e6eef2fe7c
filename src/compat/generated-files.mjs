import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LONG = 240;

/**
 * Writes the files whose text changed, whole or not at all.
 * @param {string} root
 * @param {Record<string, string>} files path → text
 * @returns {string[]} the paths that changed
 */
export function writeGenerated(root, files) {
  const changed = Object.keys(files).filter((path) => textOf(root, path) !== files[path]);
  for (const path of changed) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.${process.pid}.part`, files[path] ?? '');
    renameSync(`${target}.${process.pid}.part`, target);
  }
  return changed;
}

/**
 * Compares generated files with what is there.
 * @param {string} root
 * @param {Record<string, string>} files path → text
 * @returns {string[]} what differs, a few lines a file
 */
export function differences(root, files) {
  return Object.entries(files).flatMap(([path, text]) => {
    const present = textOf(root, path);
    if (present === text) return [];
    if (present === undefined) return [`${path} is not there`];
    const [is, should] = [present.split('\n'), text.split('\n')];
    const line = should.findIndex((one, i) => one !== is[i]);
    const at = line < 0 ? should.length : line;
    return [`${path} differs from line ${at + 1} on:\n${excerpts(is[at], should[at])}`];
  });
}

/**
 * A line as it is and as it should be; of long ones what is about the first difference.
 * @param {string | undefined} is
 * @param {string | undefined} should
 */
function excerpts(is = '(the end)', should = '(the end)') {
  const same = [...should].findIndex((character, i) => character !== is[i]);
  const from = Math.max(0, (same < 0 ? should.length : same) - 60);
  const part = (/** @type {string} */ line) => (line.length <= LONG ? line : `… ${line.slice(from, from + LONG)} …`);
  return `  - ${part(is)}\n  + ${part(should)}`;
}

/**
 * @param {string} root
 * @param {string} path
 */
function textOf(root, path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
