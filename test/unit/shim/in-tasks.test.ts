import { describe, expect, it } from 'vitest';
import { inTasks } from '../../../src/shim/in-tasks';
import type { Realm } from '../../../src/shim/realm';

/** A realm whose tasks wait until they are run. */
function makeRealm() {
  const tasks: (() => void)[] = [];
  return { realm: { task: (run: () => void) => tasks.push(run) } as unknown as Realm, tasks };
}

describe('inTasks', () => {
  it('does one thing with each item in a task of its own, in order, then goes on', () => {
    const { realm, tasks } = makeRealm();
    const done: string[] = [];
    inTasks(realm, ['a', 'b'], (item) => done.push(item), () => done.push('then'));
    expect([done, tasks.length]).toEqual([[], 1]);
    tasks.shift()!();
    expect([done, tasks.length]).toEqual([['a'], 1]);
    tasks.shift()!();
    expect([done, tasks.length]).toEqual([['a', 'b', 'then'], 0]);
  });

  it('goes on at once where there is nothing to do, with what follows or without', () => {
    const { realm, tasks } = makeRealm();
    const done: string[] = [];
    inTasks(realm, [], () => done.push('never'), () => done.push('then'));
    inTasks(realm, [], () => done.push('never'));
    expect([done, tasks.length]).toEqual([['then'], 0]);
  });

  it('takes in what is added while it runs', () => {
    const { realm, tasks } = makeRealm();
    const items = ['a'];
    const done: string[] = [];
    inTasks(realm, items, (item) => {
      done.push(item);
      if (item === 'a') items.push('b');
    });
    while (tasks.length) tasks.shift()!();
    expect(done).toEqual(['a', 'b']);
  });
});
