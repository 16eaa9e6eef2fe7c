import { beforeAll, describe, expect, it } from 'vitest';
import { type ClauseId, clauses, install } from '../../replay/shim';
import { replayedEngines } from '../../replay/engines';
import { makeEngine } from '../../replay/make-engine';
import { judge } from './judge';

const ids = Object.keys(clauses) as ClauseId[];

/**
 * Clauses that have no repair of their own to switch off: those on silence keep the first with them; whatever is fired before the
 * peer's `close` brings that and its state along.
 */
const keptByOthers: readonly ClauseId[] = ['nothing-fires-inside-close', 'peer-close-channels-read-closed', 'peer-close-channels-fire-close-once'];

/** What else breaks where one repair is off, because a clause's sentence speaks of what that repair does. */
const alongWith: { [id in ClauseId]?: ClauseId } = {
  // The state is read in the `close` event.
  'channels-read-closed': 'channels-fire-close-once',
  // What is no longer held back may fire too early, too.
  'received-tracks-end': 'nothing-fires-inside-close',
  'received-tracks-fire-nothing-else': 'nothing-fires-inside-close',
  'connection-fires-nothing': 'nothing-fires-inside-close',
  'sctp-transport-fires-nothing': 'nothing-fires-inside-close',
  'transports-fire-nothing': 'nothing-fires-inside-close',
};

/** Engines that need no more than what another repair brings: Chromium 81 only reads "closed" in its `closing`. */
const mendedByOthers: { [id in ClauseId]?: string } = { 'peer-close-channels-fire-closing': 'Chromium 81' };

const nativelyBroken: Record<string, string[]> = {};

beforeAll(async () => {
  for (const { name, behaviour } of replayedEngines) nativelyBroken[name] = Object.keys((await judge(makeEngine(behaviour))).broken);
});

describe.each(ids)('%s', (id) => {
  const breaking = () => replayedEngines.filter(({ name }) => nativelyBroken[name]!.includes(id));
  const brokenWithout = async (behaviour: (typeof replayedEngines)[number]['behaviour']) => {
    const realm = makeEngine(behaviour);
    const report = install(realm.global, { clauses: { [id]: 'off' } }).report();
    expect(report.filter(({ decision }) => decision !== 'applied').map((line) => [line.id, line.decision])).toEqual([[id, 'off']]);
    return Object.keys((await judge(realm)).broken);
  };

  it('is broken by a replayed engine', () => expect(breaking().map(({ name }) => name)).not.toEqual([]));

  const isKeptByOthers = keptByOthers.includes(id);
  it(isKeptByOthers ? 'is kept by the other repairs' : 'stays broken where its repair is off, while the others are applied', async () => {
    for (const { name, behaviour, stillBreaks = [] } of breaking()) {
      const broken = await brokenWithout(behaviour);
      if (mendedByOthers[id] === name) expect(broken, name).not.toContain(id);
      else if (!isKeptByOthers) expect(broken, name).toContain(id);
      const others = broken.filter((one) => !stillBreaks.includes(one as ClauseId));
      expect(isKeptByOthers ? [] : [id, alongWith[id]], name).toEqual(expect.arrayContaining(others));
    }
  });
});
