import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from './browsers/find-browsers.mjs';
import { countPlaywright, countStage, countVitest } from './runners/counts.mjs';

/**
 * The stages of `npm test`. Those that count write what they saw to COUNTS_FILE; the others are one test each.
 * @type {{ name: string, command: string[], count?: (json: any) => import('./runners/counts.mjs').Counts }[]}
 */
const stages = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'compat-data.json is what MDN and the measurements give', command: ['npm', 'run', '--silent', 'compat', '--', '--check'] },
  { name: 'dist is what the sources build', command: ['node', 'test/runners/rebuilds-the-same.mjs'] },
  { name: 'sizes are within their budgets', command: ['npm', 'run', '--silent', 'size'] },
  { name: 'node tests', command: ['npx', 'vitest', 'run'], count: countVitest },
  { name: 'tests in browsers', command: ['npx', 'web-test-runner'], count: (json) => json },
  { name: 'tests of the built files', command: ['npx', 'playwright', 'test'], count: countPlaywright },
];

/**
 * @param {string[]} command
 * @param {string} countsFile
 * @returns {Promise<number>}
 */
const run = ([program = '', ...args], countsFile) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, COUNTS_FILE: countsFile } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

const { found, missing } = await findBrowsers();
const total = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-'));
/** @type {string[]} */
const lines = [];
try {
  for (const { name, command, count } of stages) {
    console.log(`\n── ${name}`);
    const file = join(folder, `${name.replaceAll(' ', '-')}.json`);
    const code = await run(command, file);
    const counts = countStage(code, count && (() => count(JSON.parse(readFileSync(file, 'utf8')))));
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
    lines.push(`${counts.failed ? '✗' : '✓'} ${name}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`browsers that ran: ${found.map(({ name, version, source }) => `${name} (${version}, ${source})`).join(', ') || 'none'}`);
for (const { name, reason, install } of missing) console.log(`skipped: ${name}: ${reason} (${install})`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
