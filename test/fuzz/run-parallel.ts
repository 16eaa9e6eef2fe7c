/** Runs one after another of a list, so many at a time. */
export async function runParallel<Item>(items: readonly Item[], parallel: number, run: (item: Item) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await run(items[next++]!);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}
