import { describe, expect, test } from 'vitest';
import { compareRuns, deafened } from '../../fuzz/never-worse/compare-runs';
import type { Told } from '../../fuzz/never-worse/told';
import type { Act, Program } from '../../fuzz/program';
import { heard, read, recording } from '../never-worse/recordings';

const then: Act[] = [{ do: 'close', on: 0 }];
const program: Program = { commands: [{ do: 'listen', slot: 'f', to: { at: 'channel', slot: 'a' }, type: 'closing', form: { via: 'handler' }, then }] };

type Events = [object: string, type: string, when?: string][];

/** What a run tells in which one connection, closed here, heard something. */
function told(events: Events, more: Partial<Told['connections'][string]> = {}, acted: Act[][] = []): Told {
  const { facts } = read('label', '"a0"', { object: 'channel a0' });
  const late = events.some(([object]) => object === 'channel b1 received') ? read('label', '"b1"', { object: 'channel b1 received' }).facts : [];
  const all = recording(...events.map(([object, type, when = 'while it lives']) => heard(object, type, { when, way: 'listener' })));
  return { acted, connections: { 'connection 0': { closes: 'here', own: [], recording: { ...all, facts: [...facts, ...late] }, ...more } } };
}

/** Compares runs that tell one after another of a list, and then the last of it again. */
async function compare(natives: Told[], shimmeds: Told[]) {
  const runs = { native: [] as Program[], shimmed: [] as Program[] };
  const losses = await compareRuns(program, async (chosen, shimmed) => {
    const list = shimmed ? shimmeds : natives;
    const known = runs[shimmed ? 'shimmed' : 'native'];
    known.push(chosen);
    return list[Math.min(known.length, list.length) - 1]!;
  });
  return { losses, runs };
}

const message = told([['channel a0', 'message']]);
const silence = told([]);

describe('a difference', () => {
  test('in each of seven runs is a loss, named by connection, object, event and way', async () => {
    const { losses, runs } = await compare([message], [silence]);
    expect(losses).toMatchObject([{ moment: 'connection 0', objects: ['channel a0'], members: ['message'], native: ['1'], shimmed: ['0'] }]);
    expect([runs.native.length, runs.shimmed.length]).toEqual([7, 7]);
  });

  test('that is not there again is none, natively or with the shim', async () => {
    expect((await compare([message], [silence, message])).losses).toEqual([]);
    expect((await compare([message, silence], [silence])).losses).toEqual([]);
  });

  test('that a clause allows is none', async () => {
    const late = told([['channel a0', 'message', 'after close()']]);
    const { losses, runs } = await compare([late], [silence]);
    expect([losses, runs.native.length]).toEqual([[], 1]);
  });

  test('of an error on a channel that the page has closed is one, and on another none', async () => {
    const both = (own: string[], ...events: Events) => told(events, { closes: 'both', own });
    const close: Events[number] = ['channel a0', 'close', 'since the peer closed'];
    const error: Events[number] = ['channel a0', 'error', 'since the peer closed'];
    expect((await compare([both(['channel a0'], close)], [both(['channel a0'], error, close)])).losses).toMatchObject([{ members: ['error'] }]);
    expect((await compare([both([], close)], [both([], error, close)])).losses).toEqual([]);
  });

  test('of a channel that was not met in each run is none', async () => {
    expect((await compare([told([['connection', 'track'], ['channel b1 received', 'open']])], [told([['connection', 'track']])])).losses).toEqual([]);
  });
});

describe('runs that are not of one program', () => {
  test('are run again with listeners that do not act', async () => {
    const { losses, runs } = await compare([told([], {}, [then]), message], [silence]);
    expect(losses).toHaveLength(1);
    expect(runs.native[0]).toBe(program);
    expect(runs.native[1]).toEqual(deafened(program, [then]));
    expect(deafened(program, [then]).commands).toEqual([{ ...program.commands[0], then: [] }]);
  });

  test('say nothing where their connections are closed by another side', async () => {
    expect((await compare([told([['channel a0', 'message']], { closes: 'both' })], [silence])).losses).toEqual([]);
  });
});
