import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { serve } from '../../browsers/serve.mjs';
import type { Files } from '../../browsers/served-file.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A page of these scripts, in this order: addresses, or code where they end in no `.js`. */
export interface Site {
  url: string;
  close(): Promise<void>;
}

/** What all these pages are served: the built files, the programs that run in them, and the packages that they load. */
const files: Files = {
  '/dist/': path('../../../dist/'),
  '/pages/': path('./'),
  '/packages/': path('../../../node_modules/'),
  '/favicon.ico': { body: '' },
};

/** Errors and words of the page, from its first statement on: what Playwright tells of them differs between engines. */
const listen = `
  window.said = [];
  addEventListener('error', (event) => said.push('error: ' + event.message));
  addEventListener('unhandledrejection', (event) => said.push('rejection: ' + event.reason));
  for (const level of ['log', 'info', 'warn', 'error']) console[level] = (...words) => said.push(level + ': ' + words.join(' '));
`;

/** The files of a page of these scripts, under its address. */
export function pageOf(address: string, scripts: string[]): Files {
  const own: Files = {};
  const tags = [listen, ...scripts].map((script, i) => {
    if (/^\/\S+\.m?js$/.test(script)) return `<script ${script.endsWith('.mjs') ? 'type="module"' : ''} src="${script}"></script>`;
    const src = `${address}-script-${i}.js`;
    own[src] = { type: 'text/javascript', body: script };
    return `<script src="${src}"></script>`;
  });
  own[address] = { type: 'text/html; charset=utf-8', body: `<!doctype html><meta charset="utf-8"><title>test</title>${tags.join('')}` };
  return own;
}

/** Serves a page and opens it; `more` are files besides the usual ones. */
export async function openSite(page: Page, scripts: string[], more: Files = {}, headers: Record<string, string> = {}): Promise<Site> {
  const all: Files = { ...files, ...more, ...pageOf('/', scripts) };
  const { url, close } = await serve({ files: all, headers });
  await page.goto(url);
  return { url, close };
}
