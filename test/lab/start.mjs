import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { runSuite } from '../suite/run-suite.mjs';
import { lab } from './lab.mjs';

const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
const folder = fileURLToPath(new URL('../../.report/', import.meta.url));

process.exitCode = await lab(process.argv.slice(2), { findBrowsers, runSuite, version, folder, stdout: process.stdout, stderr: process.stderr });
