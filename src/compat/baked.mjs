import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

/** @param {string} path */
const isBaked = (path) => /\/src\/baked\.ts$/.test(path.replaceAll('\\', '/'));

/** The module that stands for `src/baked.ts` in what is built: the smallest form of the table, and the package's version. */
function bakedSource() {
  const table = existsSync(new URL('compat-data.json', root)) ? read('compat-data.json').shim : {};
  // `var`: no compiler comes after this on the way into the ES5 script.
  return `export var table = ${JSON.stringify(table)};\nexport var version = ${JSON.stringify(read('package.json').version)};\n`;
}

/**
 * The rollup plugin that bakes.
 * @returns {import('rollup').Plugin}
 */
export function baked() {
  return { name: 'baked', load: (path) => (isBaked(path) ? bakedSource() : null) };
}

/**
 * The same for the test runner's server.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function servesBaked() {
  return { name: 'baked', serve: ({ path }) => (isBaked(path) ? { body: bakedSource(), type: 'js' } : undefined) };
}
