import { expect, it, vi } from 'vitest';
import { neverWorseCommand } from '../../never-worse/never-worse-command.mjs';

const build = { name: 'chromium@156', engine: /** @type {const} */ ('chromium'), version: '156.0', browser: /** @type {any} */ ({ name: 'chromium-156' }) };
const none = { suite: 1, userAgent: '', moments: ['a local close'], losses: [], allowed: [], races: {}, skipped: [] };
const loss = { moment: 'a local close', part: /** @type {const} */ ('heard'), objects: ['channel first'], members: ['close'], ways: ['listener'], when: 'after close()', facet: 'times', native: ['1'], shimmed: ['0'] };

/** @param {any} result */
async function run(result, args = ['chromium@156']) {
  const lines = { out: '', err: '' };
  const runNeverWorse = vi.fn(async () => (result instanceof Error ? Promise.reject(result) : result));
  const code = await neverWorseCommand(args, {
    findBuilds: async () => [build],
    runNeverWorse,
    stdout: { write: (text) => (lines.out += text) },
    stderr: { write: (text) => (lines.err += text) },
  });
  return { code, ...lines, runNeverWorse };
}

it('says that nothing is lost', async () => {
  expect(await run(none)).toMatchObject({ code: 0, out: expect.stringContaining('✓ chromium@156: 1 moments, 0 losses') });
});

it('names a loss by build, moment, object, event and way, and fails', async () => {
  const { code, out } = await run({ ...none, losses: [loss] });
  expect(code).toBe(1);
  expect(out).toContain('✗ chromium@156');
  expect(out).toContain('a local close: channel first close, heard times: 1 → 0 (after close(); listener)');
});

it('names what was skipped', async () => {
  expect((await run({ ...none, skipped: ['tones: the engine has no DTMF sender'] })).out).toContain('skipped: tones: the engine has no DTMF sender');
});

it('fails where nothing was gone through, and where the build could not be run', async () => {
  expect(await run({ ...none, moments: [] }, ['--only', 'x'])).toMatchObject({ code: 1, err: expect.stringContaining('no moment was gone through: none has "x" in its name') });
  expect(await run(new Error('it crashed'))).toMatchObject({ code: 1, err: expect.stringContaining('chromium@156 could not be run, at "starting": it crashed') });
});

it('hands on what it is asked for', async () => {
  const { runNeverWorse } = await run(none, ['chromium@156', '--quick', '--only', 'peer']);
  expect(runNeverWorse).toHaveBeenCalledWith(build.browser, expect.objectContaining({ quick: true, only: 'peer' }));
});

it('says what is no build, and how it is used', async () => {
  expect(await run(none, ['netscape@4'])).toMatchObject({ code: 2, err: expect.stringContaining('"netscape@4": expected an engine, a name such as') });
  expect(await run(none, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('npm run never-worse') });
});
