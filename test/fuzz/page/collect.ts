/** What `collectable()` puts into a page. */
const { gc, TestUtils } = window as unknown as { gc?: (options: object) => Promise<void>; TestUtils?: { gc(): Promise<void> } };

/** Lets the engine collect the closed connections, of which it has no endless number at a time. */
export async function collect(): Promise<void> {
  // Asynchronous, because the stack of a synchronous one is taken for references.
  if (gc) await gc({ type: 'major', execution: 'async' });
  else await TestUtils?.gc();
}
