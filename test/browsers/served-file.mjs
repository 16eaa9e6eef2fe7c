import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
});

/**
 * @typedef {object} InlineFile
 * @property {string | Uint8Array} [body]
 * @property {string} [file] a path on disk, instead of `body`
 * @property {string} [type] the MIME type; by default that of the URL's or the file's extension
 * @property {Record<string, string>} [headers] for instance a `content-security-policy`
 *
 * @typedef {Record<string, InlineFile | string>} Files URL paths → what is there; a string is a path on disk; when both paths end in `/` the whole folder is shared
 */

/**
 * The answer to a GET of `urlPath`, or `undefined` when nothing is there; never a file outside of what `files` names.
 * @param {Files} files
 * @param {string} urlPath decoded
 * @returns {Promise<{ body: string | Uint8Array, headers: Record<string, string> } | undefined>}
 */
export async function servedFile(files, urlPath) {
  const entries = Object.entries(files);
  const [, exact] = entries.find(([key, entry]) => key === urlPath && !isFolder(key, entry)) ?? [];
  if (exact !== undefined) return answer(exact, urlPath);
  const [mount, folder] = entries
    .filter(([key, entry]) => isFolder(key, entry) && urlPath.startsWith(key))
    .sort(([a], [b]) => b.length - a.length)[0] ?? [];
  if (mount === undefined || typeof folder !== 'string') return undefined;
  const path = await inside(folder, urlPath.slice(mount.length));
  return path === undefined ? undefined : answer(path, urlPath);
}

/**
 * The MIME type that goes with a path's extension.
 * @param {string} path
 * @returns {string}
 */
export function mimeType(path) {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * @param {string} urlPath
 * @param {InlineFile | string} entry
 */
function isFolder(urlPath, entry) {
  return typeof entry === 'string' && urlPath.endsWith('/') && /[\\/]$/.test(entry);
}

/**
 * @param {InlineFile | string} entry
 * @param {string} urlPath
 */
async function answer(entry, urlPath) {
  const { body, file, type, headers } = typeof entry === 'string' ? { file: entry, body: undefined, type: undefined, headers: {} } : entry;
  const content = body ?? (file === undefined ? '' : await readFile(file).catch(() => undefined));
  if (content === undefined) return undefined;
  return { body: content, headers: { 'content-type': type ?? mimeType(file ?? defaultName(urlPath)), ...headers } };
}

/** @param {string} urlPath */
function defaultName(urlPath) {
  return urlPath.endsWith('/') ? 'index.html' : urlPath;
}

/**
 * @param {string} folder
 * @param {string} rest
 * @returns {Promise<string | undefined>} the real path of a plain file, links followed, or nothing when that is not inside `folder`
 */
async function inside(folder, rest) {
  if (rest.includes('\0')) return undefined;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, rest));
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
