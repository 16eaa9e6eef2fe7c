import type { Page } from '../../src/conformance/realm';

/** Runs something in a fresh realm, an iframe's, which goes when it is done. */
export async function inFrame<Value>(run: (page: Page) => Promise<Value>): Promise<Value> {
  const frame = document.createElement('iframe');
  // Firefox may put another window in the place of the first one until then.
  await new Promise((loaded) => {
    frame.onload = loaded;
    document.body.append(frame);
  });
  const page = frame.contentWindow as unknown as Page;
  // What listeners throw on purpose is reported there.
  page.onerror = () => true;
  try {
    return await run(page);
  } finally {
    frame.remove();
  }
}
