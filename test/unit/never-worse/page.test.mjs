import { describe, expect, it } from 'vitest';
import { RunError } from '../../browsers/run-error.mjs';
import { runNeverWorse } from '../../never-worse/run-never-worse.mjs';

const browser = /** @type {any} */ ({ name: 'chromium-64' });
const whole = { suite: 1, userAgent: '', moments: [], losses: [], allowed: [], races: {}, skipped: [] };

/** @param {{ moment: string, shimmed: boolean }[]} deaths the steps in which the browser ends, one a run */
function ending(...deaths) {
  /** @type {any[]} */
  const tasks = [];
  const run = async (/** @type {any} */ _browser, /** @type {any} */ { files }, /** @type {any} */ { onProgress }) => {
    tasks.push(JSON.parse(files['/task.js'].body.replace(/^[^{]*|;$/g, '')));
    const death = deaths.shift();
    if (!death) return whole;
    onProgress(death);
    throw new RunError('crashed', 'it is gone');
  };
  return { tasks, result: runNeverWorse(browser, {}, run) };
}

describe('a browser that ends in a moment', () => {
  it('goes on without it, and the moment is named', async () => {
    const { tasks, result } = ending({ moment: 'tones', shimmed: false });
    expect((await result).losses).toEqual([]);
    expect(tasks.map(({ without }) => without)).toEqual([{}, { tones: 'the engine crashed in it, natively' }]);
  });

  it('with the shim alone is a loss', async () => {
    const { losses } = await ending({ moment: 'tones', shimmed: true }).result;
    expect(losses).toMatchObject([{ moment: 'tones', objects: ['engine'], facet: 'crashed', shimmed: ['yes'] }]);
  });

  it('before the first one is an error', async () => {
    const run = () => Promise.reject(new RunError('could-not-start', 'there is none'));
    await expect(runNeverWorse(browser, {}, run)).rejects.toThrow('there is none');
  });
});
