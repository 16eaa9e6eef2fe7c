import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** @type {Record<string, string>} */
const scripts = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts;

/** Scripts that run a program of others, which speaks as it does; what `build` runs after that is `npm run compat`. */
const OF_OTHERS = { build: 'rollup', lint: 'eslint', mutation: 'stryker', types: 'tsc', size: 'size-limit' };
/** Scripts that npm runs by itself around others: they say nothing, since `npm pack --json` is read by programs. */
const SILENT = ['prepack', 'postpack'];
/** Another name of a command. */
const ALSO = { 'test:quick': 'test', prepublishOnly: 'release-check' };

const commands = Object.keys(scripts).filter((name) => ![...Object.keys(OF_OTHERS), ...SILENT, ...Object.keys(ALSO)].includes(name));

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ code: number, out: string, err: string }>}
 */
const run = (script, ...args) =>
  new Promise((resolve) => {
    const [, file = ''] = /^node (\S+\.mjs)$/.exec(scripts[script] ?? '') ?? [];
    execFile(process.execPath, [file, ...args], { cwd: ROOT }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
  });

it('every script of package.json is a command, or is named here', () => {
  for (const [name, program] of Object.entries(OF_OTHERS)) expect(scripts[name], name).toMatch(new RegExp(`^${program}\\b`));
  for (const [name, command] of Object.entries(ALSO)) expect([scripts[command], `npm run ${command}`].some((one) => one && scripts[name]?.startsWith(one)), name).toBe(true);
  for (const name of SILENT) expect(scripts[name]).toMatch(/^node src\/build\/entry-folders\.mjs( --remove)?$/);
  expect(commands).toEqual(expect.arrayContaining(['start', 'test', 'matrix', 'never-worse', 'fuzz', 'bench', 'memory', 'wpt', 'compat', 'picture', 'site', 'release-check']));
  for (const name of commands) expect(scripts[name], name).toMatch(/^node \S+\.mjs$/);
});

describe.concurrent.each(commands)('%s', (script) => {
  const name = ['start', 'test'].includes(script) ? `npm ${script}` : `npm run ${script}`;

  it('says with --help how it is used', { timeout: 30_000 }, async ({ expect }) => {
    const { code, out, err } = await run(script, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first = '', ...rest] = out.split('\n');
    expect(first).toMatch(new RegExp(`^${name} -- \\[options\\](?: \\[[a-z]+\\])?$`));
    expect(rest.filter((line) => /^ {2}--help +this text$/.test(line))).toHaveLength(1);
    expect(out).toMatch(/\nExit code: 0 [^\n]+, 1 [^\n]+, 2 wrong options(?: or words)?\.\n$/);
    expect(rest.filter((line) => line.length > 160)).toEqual([]);
    expect(await run(script, '-h')).toEqual({ code, out, err });
  });

  it('refuses an option that it does not have, and says what it has', { timeout: 30_000 }, async ({ expect }) => {
    const { code, out, err } = await run(script, '--no-such-option');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^${name}: --no-such-option: expected one of --[a-z-]+(?:, --[a-z-]+)*\nSee ${name} -- --help\n$`));
    // What it says it has stands in its usage.
    const usage = (await run(script, '--help')).out;
    for (const [option] of err.replace('--no-such-option', '').matchAll(/--[a-z-]+/g)) expect(usage).toMatch(new RegExp(`^ {2}${option}\\b`, 'm'));
  });
});
