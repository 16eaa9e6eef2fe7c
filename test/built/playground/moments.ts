import type { Page } from '@playwright/test';

/** What the page said at one moment. */
export interface Moment {
  /** Milliseconds after the page began. */
  at: number;
  native: string;
  shimmed: string;
  step: string;
  button: string;
  /** How many clauses have a verdict that is final. */
  verdicts: number;
}

declare global {
  interface Window {
    moments: Moment[];
  }
}

/** Notes each change of what the page says, from its start on. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moments = [];
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    let last = '';
    new MutationObserver(() => {
      const heads = [...document.querySelectorAll('.timelines .heading')].map(({ textContent }) => textContent ?? '');
      const now = { native: heads[0] ?? '', shimmed: heads[1] ?? '', step: text('#step'), button: text('#run'), verdicts: document.querySelectorAll('td.native .holds').length };
      if (JSON.stringify(now) === last) return;
      last = JSON.stringify(now);
      window.moments.push({ at: performance.now(), ...now });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}
