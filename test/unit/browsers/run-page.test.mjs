import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPage } from '../../browsers/run-page.mjs';

/** @type {string} */
let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'run-page-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} script what a stand-in for a browser does; `open(path)`, `post(to, json)` and `last` are at hand
 * @returns {import('../../browsers/find-browsers.mjs').Browser}
 */
function standIn(script) {
  const executablePath = join(folder, 'browser.mjs');
  writeFileSync(executablePath, `#!${process.execPath}
    const url = new URL(process.argv.at(-1));
    const open = (path = url) => fetch(new URL(path, url)).then((r) => r.text());
    const post = (to, json) => fetch(new URL(url.searchParams.get(to), url), { method: 'POST', body: JSON.stringify(json) });
    const forever = () => new Promise(() => setInterval(() => {}, 1000));
    ${script}`);
  chmodSync(executablePath, 0o755);
  return { name: 'stand-in-1', engine: 'chromium', version: '1', executablePath, env: { STAND_IN: 'yes' }, source: 'system' };
}

// The stand-in is a script with a #! line.
describe.skipIf(process.platform === 'win32')('runPage', () => {
  it('resolves to what the page reports, and passes on its progress', async () => {
    const onProgress = vi.fn();
    const browser = standIn("const page = await open(); await post('progress', 1); await post('progress', 2); await post('report', { page, env: process.env.STAND_IN }); await forever();");
    expect(await runPage(browser, { html: '<p>' }, { onProgress })).toEqual({ page: '<p>', env: 'yes' });
    expect(onProgress.mock.calls).toEqual([[1], [2]]);
  });
  it('serves other files, at another path, beside the reporter', async () => {
    const browser = standIn("await post('report', [url.pathname + url.search.split('&')[0], await open('/a/x.js'), (await open('/report.js')).includes('XMLHttpRequest')]); await forever();");
    const files = { '/a/': { body: '<p>' }, '/a/x.js': { body: 'x' } };
    expect(await runPage(browser, { path: '/a/?q=1', files })).toEqual(['/a/?q=1', 'x', true]);
  });
  it('says that the browser could not start, and what to install', async () => {
    const browser = standIn("console.error('x: error while loading shared libraries: libnss3.so: cannot open shared object file'); process.exit(127);");
    await expect(runPage(browser, { html: '' })).rejects.toMatchObject({ reason: 'could-not-start', message: expect.stringMatching(/^stand-in-1 could not start: .*libnss3\.so is missing: .*apt-get install libnss3/) });
  });
  it('says that its program is not there', async () => {
    const browser = { ...standIn(''), executablePath: join(folder, 'none') };
    await expect(runPage(browser, { html: '' })).rejects.toMatchObject({ reason: 'could-not-start', message: expect.stringContaining('is not there') });
  });
  it('says that it asked for no page', async () => {
    await expect(runPage(standIn('await forever();'), { html: '' }, { timeoutMs: 500 })).rejects.toMatchObject({ reason: 'could-not-start', message: expect.stringContaining('asked for no page within 0.5 s') });
  });
  it('says that it crashed, and what the page said last', async () => {
    const browser = standIn("await open(); await post('progress', 'half'); console.error('last words'); process.kill(process.pid, 'SIGKILL');");
    await expect(runPage(browser, { html: '' })).rejects.toMatchObject({ reason: 'crashed', message: expect.stringMatching(/crashed \(ended by SIGKILL\).*"half"[^]*last words/) });
  });
  it('says that the page crashed when it lets go of its connection', async () => {
    const browser = standIn("await open(); const alive = new AbortController(); fetch(new URL(url.searchParams.get('alive'), url), { signal: alive.signal }).catch(() => {}); setTimeout(() => alive.abort(), 300); await forever();");
    await expect(runPage(browser, { html: '' })).rejects.toMatchObject({ reason: 'crashed', message: expect.stringContaining("the page's process crashed") });
  });
  it('says that it hung', async () => {
    await expect(runPage(standIn('await open(); await forever();'), { html: '' }, { timeoutMs: 1000 })).rejects.toMatchObject({ reason: 'hung', message: expect.stringContaining('no report within 1 s') });
  });
  it('leaves no process, no child of one, no profile', async () => {
    const note = join(folder, 'note.json');
    const browser = standIn(`
      import { spawn } from 'node:child_process'; import { writeFileSync } from 'node:fs';
      const child = spawn('sleep', ['60']);
      writeFileSync(${JSON.stringify(note)}, JSON.stringify({ pids: [process.pid, child.pid], home: process.env.HOME }));
      await open(); await post('report', 1); await forever();`);
    await runPage(browser, { html: '' });
    const { pids, home } = JSON.parse(readFileSync(note, 'utf8'));
    expect(home).not.toBe(process.env.HOME);
    expect(existsSync(home)).toBe(false);
    await vi.waitFor(() => expect(pids.filter(lives)).toEqual([]));
  });
});

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    // A zombie waits for its parent only.
    return !/^State:\s+Z/m.test(readdirSync('/proc').includes(String(pid)) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
}
