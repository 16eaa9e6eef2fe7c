import { describe, expect, it } from 'vitest';
import { SITUATIONS, planOf, secondsLeft } from '../../../src/playground/plan';

const names = (lead: string) => planOf(lead).map(({ situation }) => situation);

describe('planOf', () => {
  it('begins with the situation that leads, three times, and has each other one once', () => {
    const plan = names('gathering');
    expect(plan.slice(0, 3)).toEqual(['gathering', 'gathering', 'gathering']);
    expect(plan.slice(3, -3).sort()).toEqual(SITUATIONS.filter((name) => name !== 'gathering').sort());
    expect(plan.slice(-3)).toEqual(['the peer closes', 'the peer closes a channel, then itself', 'calls afterwards']);
  });
  it('begins with a connected connection where it is not told', () => expect(names('')[0]).toBe('connected'));
});

describe('secondsLeft', () => {
  const plan = [{ seconds: 1 }, { seconds: 2 }, { seconds: 1 }];

  it('goes by what is expected at first', () => expect(secondsLeft(plan, 0, 0)).toBe(8));
  it('goes by the pace so far afterwards', () => {
    expect(secondsLeft(plan, 1, 4000)).toBe(12);
    expect(secondsLeft(plan, 1.5, 2000)).toBe(2);
    expect(secondsLeft(plan, 3, 9000)).toBe(0);
  });
});
