import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What a page pays for an import: bundled and minified by esbuild, without webrtc-adapter, compressed with brotli.
 * @param {string} code what the page imports, by paths from the root of the repository
 * @returns {Promise<number>} bytes
 */
export async function bundledSize(code) {
  const { outputFiles: [file] } = await build({ stdin: { contents: code, resolveDir: ROOT }, bundle: true, minify: true, write: false, format: 'esm', external: ['webrtc-adapter'], legalComments: 'none', logLevel: 'silent' });
  return brotliCompressSync(file?.contents ?? '').length;
}

/**
 * What a page pays for a script tag, compressed with brotli.
 * @param {string} name of a file in `dist`
 * @returns {number} bytes
 */
export function scriptSize(name) {
  return brotliCompressSync(readFileSync(`${ROOT}dist/${name}`)).length;
}

/**
 * @param {number} bytes
 * @returns {string} such as `7.2 kB`
 */
export function inKilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
