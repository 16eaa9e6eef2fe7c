import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

const id = 'rtc-close-shim:baked';

/**
 * A rollup plugin: the module `rtc-close-shim:baked` is the smallest form of the table and the package's version.
 * @returns {import('rollup').Plugin}
 */
export function baked() {
  return {
    name: 'baked',
    resolveId: (source) => (source === id ? '\0' + id : null),
    load(source) {
      if (source !== '\0' + id) return null;
      const table = existsSync(new URL('compat-data.json', root)) ? read('compat-data.json').shim : {};
      return `export const table = ${JSON.stringify(table)};\nexport const version = ${JSON.stringify(read('package.json').version)};`;
    },
  };
}
