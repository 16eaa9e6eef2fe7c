import { describe, expect, it } from 'vitest';
import { RunError } from '../../browsers/run-error.mjs';
import { inParallel } from '../../matrix/in-parallel.mjs';
import { STATS_CRASH, runPatiently } from '../../matrix/run-patiently.mjs';

const browser = /** @type {import('../../browsers/find-browsers.mjs').Browser} */ ({ name: 'chromium-64' });
const results = /** @type {any[]} */ ([{ id: 'send-is-refused', verdict: 'holds', observed: [] }, { id: 'stats-stay-available', verdict: 'holds', observed: [] }]);

/** @param {(string | undefined)[]} ends the step at which each attempt fails; undefined: it succeeds */
function replay(ends) {
  /** @type {(boolean | undefined)[]} */
  const withoutStats = [];
  const run = /** @type {typeof import('../../suite/run-suite.mjs').runSuite} */ (async (_browser, options) => {
    withoutStats.push(options.withoutStats);
    const end = ends[withoutStats.length - 1];
    if (end === undefined) return /** @type {any} */ ({ platform: 'Linux', report: [], checked: { results } });
    options.onProgress?.(end);
    throw new RunError('hung', `hung at ${end}`);
  });
  return { withoutStats, outcome: runPatiently(browser, false, run) };
}

describe('runPatiently', () => {
  it('runs once where all goes well', async () => {
    const { outcome, withoutStats } = replay([undefined]);
    expect((await outcome).findings).toEqual({ 'send-is-refused': { verdict: 'holds' }, 'stats-stay-available': { verdict: 'holds' } });
    expect(withoutStats).toEqual([false]);
  });
  it('tries a second time, and holds nothing against the engine if that is another step', async () => {
    const { outcome } = replay(['connecting', undefined]);
    expect(await outcome).toMatchObject({ failures: ['hung at connecting'], findings: { 'stats-stay-available': { verdict: 'holds' } } });
  });
  it('calls the statistics broken where the engine once ended there', async () => {
    const { outcome } = replay(['calls afterwards', undefined]);
    expect((await outcome).findings['stats-stay-available']).toEqual({ verdict: 'broken', observed: [STATS_CRASH] });
  });
  it('does without statistics where it ended there twice', async () => {
    const { outcome, withoutStats } = replay(['calls afterwards', 'calls afterwards', undefined]);
    expect((await outcome).findings).toEqual({ 'send-is-refused': { verdict: 'holds' }, 'stats-stay-available': { verdict: 'broken', observed: [STATS_CRASH] } });
    expect(withoutStats).toEqual([false, false, true]);
  });
  it.each([[['connecting', 'connecting']], [['calls afterwards', 'calls afterwards', 'calls afterwards']]])('gives up after %j', async (ends) => {
    const { outcome, withoutStats } = replay(ends);
    await expect(outcome).rejects.toThrow(RunError);
    expect(withoutStats).toHaveLength(ends.length);
  });
});

describe('inParallel', () => {
  it('does all, in order, never more at once than it may', async () => {
    let now = 0;
    let most = 0;
    /** @type {number[]} */
    const started = [];
    await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      started.push(item);
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 6 - item));
      now -= 1;
    });
    expect(started).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });
});
