import { describe, expect, it } from 'vitest';
import { install } from '../../replay/shim';
import { replayedEngines } from '../../replay/engines';
import { chromium45 } from '../../replay/engines/chromium-45';
import { makeEngine } from '../../replay/make-engine';
import { judge } from './judge';
import { isMeasured, measuredBreaks, readMeasurement, settled } from './read-record';

describe.each(replayedEngines.map((engine) => [`${engine.name} (${engine.replays})`, engine] as const))('%s', (_name, engine) => {
  const { behaviour } = engine;

  it('breaks natively what its record says, and nothing else', async () => {
    const { broken, mishaps } = await judge(makeEngine(behaviour));
    expect(mishaps).toEqual([]);
    if (isMeasured(engine)) expect(Object.keys(settled(broken))).toEqual(Object.keys(settled(measuredBreaks(engine))));
    else expect(Object.keys(broken)).toEqual(engine.breaks);
  });

  it(engine.stillBreaks ? `keeps every clause with the shim but for ${engine.stillBreaks.join(', ')}` : 'keeps every clause with the shim', async () => {
    const realm = makeEngine(behaviour);
    const decisions = new Set(install(realm.global).report().map(({ decision }) => decision));
    expect([...decisions]).toEqual(['applied']);
    const { broken, mishaps } = await judge(realm);
    expect(mishaps).toEqual([]);
    expect(Object.keys(broken)).toEqual(engine.stillBreaks ?? []);
    if (engine.stillBreaks) expect(Object.keys(settled(measuredBreaks(engine, 'shimmed')))).toEqual(engine.stillBreaks);
  });

  it('is native again when the shim is uninstalled', async () => {
    const realm = makeEngine(behaviour);
    expect(install(realm.global).uninstall()).toBe(true);
    expect(await judge(realm)).toEqual(await judge(makeEngine(behaviour)));
  });
});

describe('the replayed Chromium 45', () => {
  it('gets the verdict of the real one on every clause, for the same observations', async () => {
    const { broken, verdicts } = await judge(makeEngine(chromium45.behaviour));
    const measured = Object.entries(readMeasurement(chromium45).clauses);
    expect(verdicts).toEqual(Object.fromEntries(measured.map(([id, { native }]) => [id, native.verdict])));
    expect(settled(broken)).toEqual(settled(measuredBreaks(chromium45)));
  });
});
