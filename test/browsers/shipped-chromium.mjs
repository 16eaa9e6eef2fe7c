import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cache-folder.mjs';
import { fontsConf } from './fonts-conf.mjs';
import { untar } from './untar.mjs';

const BINARY = /^chromium.*\.br$/;
// Newest first: a package that holds several sets of libraries was linked against the first of these.
const LIBRARIES = ['al2023.tar.br', 'al2.tar.br', 'aws.tar.br'];
const FONTS = 'fonts.tar.br';

/**
 * Unpacks (once) the Chromium that an npm package carries in its `bin` folder and says how to run it.
 * @param {string} packageFolder
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function shippedChromium(packageFolder) {
  const { name, version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const folder = await cached(`${cacheName(name, version)}+fonts`, (part) => unpackChromium(join(packageFolder, 'bin'), part));
  return runnable(folder);
}

/**
 * The folder name under which the cache keeps a package's browser.
 * @param {string} name
 * @param {string} version
 * @returns {string}
 */
export function cacheName(name, version) {
  return `${name.replace('/', '+')}@${version}`;
}

/**
 * How to run the browser that was unpacked into `folder`.
 * @param {string} folder
 * @returns {{ executablePath: string, env: Record<string, string> }}
 */
export function runnable(folder) {
  const lib = join(folder, 'lib');
  const fonts = join(folder, 'fonts.conf');
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...(existsSync(lib) && { LD_LIBRARY_PATH: lib }), ...(existsSync(fonts) && { FONTCONFIG_FILE: fonts }) },
  };
}

/**
 * Unpacks the program, and the libraries and fonts if there are any, from a package's `bin` folder into `folder`.
 * @param {string} bin
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function unpackChromium(bin, folder) {
  const names = await readdir(bin);
  const binary = names.find((name) => BINARY.test(name));
  if (!binary) throw new Error(`no chromium*.br in ${bin}`);
  await pipeline(createReadStream(join(bin, binary)), createBrotliDecompress(), createWriteStream(join(folder, 'chromium'), { mode: 0o755 }));
  const libraries = LIBRARIES.find((name) => names.includes(name));
  if (libraries) await untar(join(bin, libraries), createBrotliDecompress(), folder, 'lib');
  if (!names.includes(FONTS)) return;
  await untar(join(bin, FONTS), createBrotliDecompress(), folder, 'fonts');
  await writeFile(join(folder, 'fonts.conf'), fontsConf('fonts'));
}
