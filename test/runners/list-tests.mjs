import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The paths of a stage's test files, from the root of the repository, with slashes.
 * @param {import('./stages.mjs').Stage} stage
 * @returns {string[]}
 */
export function listTests({ folder, testFile }) {
  if (!folder || !testFile) return [];
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => testFile.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}
