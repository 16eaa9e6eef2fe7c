import { describe, expect, it } from 'vitest';
import { wptCommand } from '../../wpt/wpt-command.mjs';

/** @typedef {import('../../wpt/expectations.mjs').Expectations} Expectations */

const browser = /** @type {import('../../browsers/find-browsers.mjs').Browser} */ ({ name: 'chromium-156', engine: 'chromium', version: '156.0.1', executablePath: '', env: {}, source: 'system' });
/** @type {import('../../browsers/build-catalogue.mjs').Build[]} */
const BUILDS = [{ name: 'chromium@156', engine: 'chromium', version: '156.0.1', browser }];
/** @type {Expectations} */
const KNOWN = { engine: 'chromium', measured: { 156: { version: '156.0.0', runs: 3, date: '2026-11-27' } }, tests: { 'a.https.html': { '(the page)': [[156, 156, 'PASS']], one: [[156, 156, 'FAIL']] } } };

/**
 * Runs the command where each run of the tests gives the next of `statuses`.
 * @param {string[]} args
 * @param {('PASS' | 'FAIL')[]} statuses
 */
async function command(args, statuses, builds = BUILDS) {
  const said = { out: '', err: '' };
  /** @type {Expectations[]} */
  const written = [];
  let tables = 0;
  let runs = 0;
  const code = await wptCommand(args, {
    findBuilds: async () => builds,
    runWpt: async () => {
      const status = statuses[runs++];
      if (!status) throw new Error('the browser has gone');
      return { 'a.https.html': { harness: 'OK', message: '', subtests: [{ name: 'one', status, message: '' }] } };
    },
    read: () => KNOWN,
    write: (expectations) => void written.push(expectations),
    writeTable: () => void tables++,
    today: () => '2026-11-28',
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said, written, tables, runs };
}

describe('npm run wpt', () => {
  it('is content where nothing has changed, after three runs', async () => {
    const { code, out, runs, written } = await command([], ['FAIL', 'FAIL', 'FAIL']);
    expect({ code, runs, written }).toEqual({ code: 0, runs: 3, written: [] });
    expect(out).toBe('chromium@156: 0 pass, 1 fail, 0 in some runs\n✓ npm run wpt: one browser, no differences from what is expected (1 s)\n');
  });

  it('fails with a sentence where something has', async () => {
    const { code, out } = await command(['--runs', '1'], ['PASS']);
    expect(code).toBe(1);
    expect(out).toContain('Chromium 156 now passes (Chromium 156 failed when measured): "one" (a.https.html)');
  });

  it('stores with --save what it saw, says what that changes, and writes the table', async () => {
    const { code, out, written, tables } = await command(['--save', '--runs', '2'], ['PASS', 'FAIL']);
    expect({ code, tables }).toEqual({ code: 0, tables: 1 });
    expect(out).toContain('now passes in some runs');
    expect(written.map(({ measured, tests }) => [measured[156], tests['a.https.html']?.one])).toEqual([[{ version: '156.0.1', runs: 2, date: '2026-11-28' }, [[156, 156, 'EITHER']]]]);
  });

  it('says which build could not be run', async () => {
    const { code, out, err } = await command([], []);
    expect(code).toBe(1);
    expect(err).toContain('chromium@156 could not be run: the browser has gone\n');
    expect(out).toMatch(/^✗ npm run wpt: .*, 1 could not be run \(1 s\)\n$/);
  });

  it('fails where there is no browser', async () => expect((await command([], [], [])).code).toBe(1));

  it.each([[['--runs', '0']], [['--runs', 'x']], [['--rnus']], [['chrom@x-']], [['firefox@1']]])('%j is told to be wrong', async (args) => {
    const { code, err } = await command(args, []);
    expect(code).toBe(2);
    expect(err).toContain('See npm run wpt -- --help');
  });

  it('explains itself', async () => expect((await command(['--help'], [])).out).toContain('--save'));
});
