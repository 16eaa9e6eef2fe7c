import { describe, expect, it } from 'vitest';
import { occupy, pass, passFreely } from '../../../src/conformance/realm';
import { check } from '../../replay/shim';
import { chromium156 } from '../../replay/engines/chromium-156';
import { makeEngine } from '../../replay/make-engine';

describe('check()', () => {
  it('watches closed scenes while it sets the next ones', async () => {
    const { global, clock } = makeEngine(chromium156.behaviour);
    const steps: [string, number][] = [];
    const begun = clock.now();
    const { results } = await clock.run(() => check(global, { onProgress: (step) => steps.push([step, clock.now() - begun]) }));
    expect(results.map(({ verdict }) => verdict)).toContain('broken');
    // One scene is watched for half a second; sixteen steps in turn would take eight.
    expect(clock.now() - begun).toBeLessThan(5000);
    expect(steps).toHaveLength(16);
  });

  it('has the recordings in the order of the scenes, as it told of them', async () => {
    const { global, clock } = makeEngine(chromium156.behaviour);
    const steps: string[] = [];
    const { recordings, peerRecordings } = await clock.run(() => check(global, { onProgress: (step) => steps.push(step) }));
    expect([...recordings, ...peerRecordings].map(({ scene }) => scene).concat('calls afterwards')).toEqual(steps);
  });

  it('rejects with what is thrown where it tells of its progress', async () => {
    const { global, clock } = makeEngine(chromium156.behaviour);
    const failure = new Error("the page's");
    const outcome = clock.run(() =>
      check(global, {
        onProgress() {
          throw failure;
        },
      }),
    );
    await expect(outcome).rejects.toBe(failure);
  });

  it('watches for the whole of its time, however busy another scene keeps the thread meanwhile', async () => {
    const begun = Date.now();
    const watched = passFreely(60).then(() => Date.now() - begun);
    await pass(10);
    occupy(150);
    expect(await watched).toBeGreaterThanOrEqual(200);
  });
});
