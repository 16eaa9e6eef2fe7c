import { type Page, expect } from '@playwright/test';
import { serve } from '../../browsers/serve.mjs';
import { playgroundFiles } from '../../lab/playground-files.mjs';

/** The playground in a page, as `npm start` serves it. */
export interface Playground {
  /** What the console and the page's errors said. */
  said: string[];
  /** Waits until a run is over. */
  done(): Promise<void>;
  /** The ids of the clauses whose verdict, with the shim or natively, is this. */
  clauses(mode: 'native' | 'shimmed', verdict: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Serves the playground and opens it: at a fragment, or at an address of its own. */
export async function openPlayground(page: Page, { url, fragment = '' }: { url?: string; fragment?: string } = {}): Promise<Playground> {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const server = await serve({ files: { ...(await playgroundFiles()), '/favicon.ico': { body: '' } } });
  await page.goto(url ?? `${server.url}/${fragment}`);
  return {
    said,
    done: () => expect(page.locator('#run')).toBeEnabled({ timeout: 120_000 }),
    clauses: (mode, verdict) =>
      page.locator(`tr:has(.${mode} .${verdict}) .id`).evaluateAll((names) => names.map(({ textContent }) => textContent)),
    close: () => server.close(),
  };
}
