import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The script tag that the shimmed pages have first. */
export const SHIM = here('../../dist/rtc-close-shim.min.js');

/** The names of the test files, sorted. */
export const TESTS = readdirSync(here('.')).filter((name) => name.endsWith('.https.html')).sort();

/**
 * The test files at the paths that web-platform-tests serves them at, with the testharness.js that the package `wpt-runner` has of it.
 * @param {{ file?: string, body?: string }} [first] a script that each page runs before all others: a file, or its text; none natively
 * @returns {import('../browsers/served-file.mjs').Files}
 */
export function wptFiles(first) {
  return {
    '/resources/testharness.js': createRequire(import.meta.url).resolve('wpt-runner/testharness/testharness.js'),
    '/resources/testharnessreport.js': here('page/testharnessreport.js'),
    '/favicon.ico': { body: '' },
    ...(first && { '/first.js': { type: 'text/javascript; charset=utf-8', ...first } }),
    ...Object.fromEntries(TESTS.map((name) => [`/webrtc/${name}`, first ? { type: 'text/html; charset=utf-8', body: withFirst(readFileSync(here(name), 'utf8')) } : here(name)])),
  };
}

/** @param {string} html a page that has a script */
function withFirst(html) {
  return html.replace('<script', '<script src="/first.js"></script>\n<script');
}
