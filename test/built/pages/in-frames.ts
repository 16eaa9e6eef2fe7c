import type { Page } from '@playwright/test';

/** A frame, and which of its functions is called with what. */
export interface FrameCall {
  src: string;
  call: string;
  args: unknown[];
}

const AT_A_TIME = 10;

/** Opens frames in a page, some at a time, and tells what each call came to; a frame whose call fails tells that. */
export function inFrames(page: Page, calls: FrameCall[]): Promise<unknown[]> {
  return page.evaluate(
    async ([all, atATime]) => {
      const results: unknown[] = [];
      let next = 0;
      const work = async () => {
        while (next < all.length) {
          const i = next++;
          const { src, call, args } = all[i]!;
          const frame = document.createElement('iframe');
          frame.src = src;
          await new Promise((resolve) => {
            frame.onload = resolve;
            document.body.append(frame);
          });
          const functions = frame.contentWindow as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
          try {
            results[i] = await functions[call]!(...args);
          } catch (error) {
            results[i] = { failed: String(error) };
          }
          // As text: what a frame made goes with it.
          results[i] = JSON.parse(JSON.stringify(results[i]));
          frame.remove();
        }
      };
      await Promise.all(Array.from({ length: atATime }, work));
      return results;
    },
    [calls, AT_A_TIME] as const,
  );
}
