import { fileURLToPath } from 'node:url';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { memoryCommand } from './memory-command.mjs';
import { runMemory } from './run-memory.mjs';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

process.exitCode = await memoryCommand(process.argv.slice(2), {
  findBrowsers,
  runMemory,
  reportFolder: folder('../../.report/'),
  resultsFolder: folder('results/'),
  stdout: process.stdout,
  stderr: process.stderr,
});
