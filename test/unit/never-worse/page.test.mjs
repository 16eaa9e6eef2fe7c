import { describe, expect, it } from 'vitest';
import { RunError } from '../../browsers/run-error.mjs';
import { runNeverWorse } from '../../never-worse/run-never-worse.mjs';

const browser = /** @type {any} */ ({ name: 'chromium-64' });
const whole = { suite: 1, userAgent: '', moments: [], losses: [], allowed: [], races: {}, skipped: [], left: [] };

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

describe('a page that has no connections left', () => {
  const onPages = async (/** @type {object[]} */ ...pages) => {
    /** @type {any[]} */
    const tasks = [];
    const run = async (/** @type {any} */ _browser, /** @type {any} */ { files }) => {
      tasks.push(JSON.parse(files['/task.js'].body.replace(/^[^{]*|;$/g, '')).among);
      return { ...whole, ...pages.shift() };
    };
    return { result: await runNeverWorse(browser, {}, run), tasks };
  };

  it('is followed by a fresh one, with what is left', async () => {
    const { result, tasks } = await onPages(
      { moments: ['tones'], losses: ['a'], skipped: ['x'], races: { tones: ['r'] }, left: ['it connects', 'it closes'] },
      { moments: ['it connects'], losses: ['b'], skipped: ['x', 'y'], left: ['it closes'] },
      { moments: ['it closes'] },
    );
    expect(tasks).toEqual([undefined, ['it connects', 'it closes'], ['it closes']]);
    expect(result).toMatchObject({ moments: ['tones', 'it connects', 'it closes'], losses: ['a', 'b'], skipped: ['x', 'y'], races: { tones: ['r'] }, left: [] });
  });

  it('from the start names what it has no room for', async () => {
    const { result, tasks } = await onPages({ left: ['tones'] });
    expect([result.skipped, tasks.length]).toEqual([['tones: the engine has no connections left for it'], 1]);
  });
});
