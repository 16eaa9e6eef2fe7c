import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { measureBrowser } from './measure-browser.mjs';
import { runBench } from './run-bench.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const versionIn = async (/** @type {string} */ path) => JSON.parse(await readFile(path, 'utf8')).version;

process.exitCode = await runBench(process.argv.slice(2), {
  findBrowsers,
  measureBrowser,
  versions: {
    shim: await versionIn(here('../../package.json')),
    adapter: await versionIn(createRequire(import.meta.url).resolve('webrtc-adapter/package.json')),
  },
  folder: here('../../.report/'),
  kept: here('results/'),
  stdout: process.stdout,
  stderr: process.stderr,
});
