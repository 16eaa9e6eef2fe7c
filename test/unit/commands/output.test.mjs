import { describe, expect, it } from 'vitest';
import { duration } from '../../commands/duration.mjs';
import { fakeOutput } from './fake-output.mjs';

const CLEAR = '\r\u001b[K';

describe('output', () => {
  it('says which is done, how many of how many, what it took, and how long the rest takes', () => {
    const { output, said, clock } = fakeOutput();
    output.expect(12);
    output.step('chromium@64', 'starting');
    clock.now = 20_000;
    output.done('chromium@64', 'done');
    output.done('chromium@65', 'left out');
    expect(said).toEqual({ out: '', err: '[ 1/12] chromium@64: done (20 s); about 4 min left\n[ 2/12] chromium@65: left out; about 2 min left\n' });
  });

  it('says nothing of time left after the last', () => {
    const { output, said, clock } = fakeOutput();
    output.expect(1);
    clock.now = 20_000;
    output.done('a', 'done');
    expect(said.err).toBe('[1/1] a: done\n');
  });

  it('rewrites one line on a terminal, no wider than that, and takes it away before it says anything else', () => {
    const { output, said, clock } = fakeOutput({ isTTY: true, columns: 40 });
    output.expect(2);
    output.step('a', 'connected');
    output.tell('found');
    output.done('a', 'fine');
    clock.now = 10_000;
    output.step('b', 'connected, and more than a line can hold');
    output.note('skipped');
    const lines = said.err.split(CLEAR);
    expect(lines).toEqual(['', '0 of 2 done · a: connected …', '[1/2] a: fine (1 s); about 1 s left\n', '1 of 2 done, about 10 s left · b: conne', 'skipped\n']);
    expect(said.out).toBe('found\n');
  });

  it('says every half a minute what is under way where there is no terminal', () => {
    const { output, said, clock } = fakeOutput();
    for (clock.now = 0; clock.now < 100_000; clock.now += 1000) output.step('a', `second ${clock.now / 1000}`);
    expect(said.err).toBe('a: second 30 …\na: second 60 …\na: second 90 …\n');
  });

  it('ends with whether all is well, what came of it and what it took', () => {
    for (const isWell of [true, false]) {
      const { output, said, clock } = fakeOutput();
      clock.now = 65_000;
      output.end(isWell, '3 files');
      expect(said).toEqual({ out: `${isWell ? '✓' : '✗'} npm run it: 3 files (65 s)\n`, err: '' });
    }
  });

  it('leaves stdout to the JSON where that was printed', () => {
    const { output, said } = fakeOutput();
    output.json({ a: 1 });
    output.end(true, 'done');
    expect(JSON.parse(said.out)).toEqual({ a: 1 });
    expect(said.err).toBe('✓ npm run it: done (1 s)\n');
  });
});

it.each([[0, '1 s'], [20_400, '20 s'], [89_000, '89 s'], [90_000, '2 min'], [600_000, '10 min']])('rounds %i ms', (ms, words) => expect(duration(ms)).toBe(words));
