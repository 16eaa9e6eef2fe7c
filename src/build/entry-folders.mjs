import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** Each entry's folder, by the name that is imported, and what its package.json says; the entries and their files are those of `exports`. */
export function entryFolders() {
  const { exports } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const entries = Object.entries(exports).filter(([name, target]) => name !== '.' && target.import);
  return Object.fromEntries(
    entries.map(([name, target]) => {
      const above = (/** @type {{ default: string, types: string }} */ form, /** @type {'default' | 'types'} */ part) => form[part].replace('./', '../');
      return [name.slice(2), { main: above(target.require, 'default'), module: above(target.import, 'default'), types: above(target.require, 'types') }];
    }),
  );
}

/**
 * `npm pack` and `npm publish` both run this before (`prepack`) and, with `--remove`, after (`postpack`): the folders are in the tarball and not in
 * the repository. They are for what does not read `exports`: Parcel without its option for that, Browserify, webpack 4, TypeScript's `node10`.
 * @param {string[]} args
 */
function main(args) {
  for (const [name, manifest] of Object.entries(entryFolders())) {
    const folder = new URL(`${name}/`, ROOT);
    if (args.includes('--remove')) rmSync(folder, { recursive: true, force: true });
    else {
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL('package.json', folder), `${JSON.stringify(manifest, null, 2)}\n`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
