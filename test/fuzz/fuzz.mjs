import { randomInt } from 'node:crypto';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { fuzzCommand } from './fuzz-command.mjs';
import { loadScriptOf } from './load-script-of.mjs';
import { runFuzz } from './run-fuzz.mjs';

process.exitCode = await fuzzCommand(process.argv.slice(2), {
  findBrowsers,
  runFuzz,
  scriptOf: async (program) => (await loadScriptOf())(program),
  newSeed: () => randomInt(1_000_000) * 1000,
  stdout: process.stdout,
  stderr: process.stderr,
});
