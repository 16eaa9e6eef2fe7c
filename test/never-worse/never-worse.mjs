import { buildCatalogue } from '../browsers/build-catalogue.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { neverWorseCommand } from './never-worse-command.mjs';
import { runNeverWorse } from './run-never-worse.mjs';

process.exitCode = await neverWorseCommand(process.argv.slice(2), {
  findBuilds: async () => buildCatalogue((await findBrowsers()).found),
  runNeverWorse,
  stdout: process.stdout,
  stderr: process.stderr,
});
