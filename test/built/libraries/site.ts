import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { serve } from '../../browsers/serve.mjs';
import type { Recording } from './recording';
import { startSignalling } from './signalling';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** y-webrtc keeps one document of a room in a module: two documents in a page are two modules. */
const scripts = (library: string) => (library === 'y-webrtc' ? ['/sessions.js', '/sessions.js'] : ['/sessions.js']);
const javascript = (body: string) => ({ type: 'text/javascript', body });

/** The sessions of a library as one script for a page. */
export async function bundleSessions(library: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(`${library}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    // Two documents in one page would find each other there, and open no connection.
    alias: { 'lib0/broadcastchannel': here('no-broadcast-channel.ts') },
  });
  return outputFiles[0]!.text;
}

/** What a session that does not come to its closing ends with. */
const NEVER_CONNECTED = /never: (open|connected|data)\b/;

/**
 * Runs one session in a fresh page, natively or with the script tag; says what was recorded there, and what errors nobody caught. One that never came to
 * its closing is run once more, and that is said: on a busy machine Chromium 138 now and then does not connect, or does not hand over the first
 * message, and how libraries connect is not what is looked at here.
 */
export async function runSession(page: Page, library: string, script: string, title: string, isShimmed: boolean): Promise<Recording> {
  try {
    return await runOnce(page, library, script, title, isShimmed);
  } catch (error) {
    if (!NEVER_CONNECTED.test(String(error))) throw error;
    console.log(`${library}, ${title}, ${isShimmed ? 'with the shim' : 'natively'}: did not come to its closing, is run once more: ${String(error).split('\n')[0]}`);
    return runOnce(page, library, script, title, isShimmed);
  }
}

async function runOnce(page: Page, library: string, script: string, title: string, isShimmed: boolean): Promise<Recording> {
  const signalling = await startSignalling(library);
  const tags = [...(isShimmed ? ['/shim.js'] : []), ...scripts(library)].map((src) => `<script src="${src}"></script>`);
  const server = await serve({
    files: {
      '/': { type: 'text/html; charset=utf-8', body: `<!doctype html><meta charset="utf-8"><title>test</title>${tags.join('')}` },
      '/favicon.ico': { body: '' },
      '/shim.js': here('../../../dist/rtc-close-shim.min.js'),
      '/sessions.js': javascript(script),
    },
  });
  const errors: string[] = [];
  const listen = (error: Error) => errors.push(String(error));
  page.on('pageerror', listen);
  try {
    await page.goto(server.url);
    const recording = await page.evaluate(([name, url]) => window.sessions[name!]!(url!), [title, signalling.url]);
    return { ...recording, 'uncaught errors': errors.join(', ') };
  } finally {
    page.off('pageerror', listen);
    signalling.close();
    await server.close();
  }
}

/** The names of the sessions in a script. */
export async function sessionsOf(page: Page, script: string): Promise<string[]> {
  const server = await serve({ files: { '/': { type: 'text/html; charset=utf-8', body: '<!doctype html><script src="/sessions.js"></script>' }, '/favicon.ico': { body: '' }, '/sessions.js': javascript(script) } });
  try {
    await page.goto(server.url);
    return await page.evaluate(() => Object.keys(window.sessions));
  } finally {
    await server.close();
  }
}
