import type { Realm } from './realm';

/** Does one thing with each item of a list, each in a task of its own, then goes on. */
export function inTasks<Item>(realm: Realm, items: Item[], act: (item: Item) => unknown, then?: () => void, at = 0): void {
  if (at >= items.length) return then && then();
  realm.task(() => {
    act(items[at]!);
    inTasks(realm, items, act, then, at + 1);
  });
}
