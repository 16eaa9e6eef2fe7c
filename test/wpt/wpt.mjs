import { buildCatalogue } from '../browsers/build-catalogue.mjs';
import { findBrowsers } from '../browsers/find-browsers.mjs';
import { readExpectations, writeExpectations } from './expectations.mjs';
import { writeResultsTable } from './results-table.mjs';
import { runWpt } from './run-wpt.mjs';
import { wptCommand } from './wpt-command.mjs';

process.exitCode = await wptCommand(process.argv.slice(2), {
  findBuilds: async () => buildCatalogue((await findBrowsers()).found),
  runWpt,
  read: readExpectations,
  write: writeExpectations,
  writeTable: writeResultsTable,
  today: () => new Date().toISOString().slice(0, 10),
  stdout: process.stdout,
  stderr: process.stderr,
});
