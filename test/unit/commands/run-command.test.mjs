import { describe, expect, it } from 'vitest';
import { runCommand } from '../../commands/run-command.mjs';
import { UsageError } from '../../commands/usage-error.mjs';

/**
 * @param {Partial<import('../../commands/run-command.mjs').Command<{ help: boolean }>>} command
 * @param {Record<string, string>} [env]
 */
async function run(command, env = {}) {
  const said = { out: '', err: '' };
  const streams = { stdout: { write: (/** @type {string} */ text) => (said.out += text) }, stderr: { write: (/** @type {string} */ text) => (said.err += text) } };
  const whole = { name: 'npm run it', usage: 'npm run it -- [options]\n', read: () => ({ help: false }), run: () => ({ isWell: true, summary: 'done' }), ...command };
  return { code: await runCommand(whole, [], streams, env), ...said };
}

describe('runCommand', () => {
  it('ends with 0 where all is well, with 1 where it is not, and says so in the last line', async () => {
    expect(await run({})).toEqual({ code: 0, out: '✓ npm run it: done (1 s)\n', err: '' });
    expect(await run({ run: () => ({ isWell: false, summary: '2 broken' }) })).toEqual({ code: 1, out: '✗ npm run it: 2 broken (1 s)\n', err: '' });
  });

  it('goes on afterwards, and ends with the same', async () => {
    const code = await run({ run: (_, { tell }) => ({ isWell: false, summary: '2 broken', afterwards: async () => tell('Open it') }) });
    expect(code).toEqual({ code: 1, out: '✗ npm run it: 2 broken (1 s)\nOpen it\n', err: '' });
  });

  it('says what is wrong about the command line, what was expected, and where to look', async () => {
    const read = () => {
      throw new UsageError('--port x', 'a number from 0 to 65535');
    };
    expect(await run({ read })).toEqual({ code: 2, out: '', err: 'npm run it: --port x: expected a number from 0 to 65535\nSee npm run it -- --help\n' });
    expect((await run({ run: read })).code).toBe(2);
  });

  it('says what was thrown in one line, and where only when it is asked to', async () => {
    const fails = () => Promise.reject(new Error('no such file'));
    expect(await run({ run: fails })).toEqual({ code: 1, out: '', err: '✗ npm run it: no such file (1 s)\n' });
    expect((await run({ run: fails }, { RTC_CLOSE_SHIM_STACK: '1' })).err).toMatch(/^Error: no such file\n {4}at [^]*\n✗ npm run it: no such file \(1 s\)\n$/);
  });
});
