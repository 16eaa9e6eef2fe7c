import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../../dist/', import.meta.url);
const SCRIPTS_AND_STYLE = ['playground.css', 'playground.min.js', 'rtc-close-shim.min.js', 'rtc-close-never-worse.min.js'];
const PLACE = '<!-- report -->';
const LINK = '<a href="/report/">Report of this machine</a>';
// What a page with the shim may be held to; the playground is.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

/**
 * The playground of `dist` as files to serve, at the root and where the report's link finds it, under a strict policy, with a link to the report.
 * @returns {Promise<import('../browsers/served-file.mjs').Files>}
 */
export async function playgroundFiles() {
  const page = await readFile(new URL('playground.html', DIST), 'utf8');
  const headers = { 'content-security-policy': POLICY };
  const scripts = SCRIPTS_AND_STYLE.map((name) => /** @type {const} */ ([name, fileURLToPath(new URL(name, DIST))]));
  const served = { body: page.replace(PLACE, LINK), type: 'text/html; charset=utf-8', headers };
  return {
    '/': served,
    '/dist/playground.html': served,
    ...Object.fromEntries(['/', '/dist/'].flatMap((folder) => scripts.map(([name, path]) => [folder + name, path]))),
  };
}
