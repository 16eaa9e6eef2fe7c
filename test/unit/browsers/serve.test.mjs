import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../../browsers/serve.mjs';

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
const onReport = vi.fn();
const onProgress = vi.fn();
const onGone = vi.fn();

beforeEach(async () => {
  vi.resetAllMocks();
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'shared', 'a.js'), 'a()');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'shared', 'link.txt'));
  server = await serve({
    files: {
      '/': { body: '<p>' },
      '/strict.html': { body: '', headers: { 'content-security-policy': "default-src 'self'" } },
      '/one.mjs': join(folder, 'shared', 'a.js'),
      '/data': { body: '{}', type: 'application/json' },
      '/dist/': `${join(folder, 'shared')}/`,
    },
    onReport,
    onProgress,
    onGone,
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (/** @type {string} */ path) => fetch(server.url + path);
const post = (/** @type {string} */ path, /** @type {string} */ body) => fetch(server.url + path, { method: 'POST', body });

/** @param {string} path sent as it is, which fetch would not do */
function rawStatus(path) {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (data) => (text += data)).on('end', () => resolve(Number(text.split(' ')[1]))).on('error', reject);
  });
}

describe('serve', () => {
  it('is a secure context of this machine alone', () => expect(server.url).toMatch(/^http:\/\/localhost:\d+$/));
  it('serves at another address when it is told to, and says when it has none of that name', async () => {
    const other = await serve({ files: { '/': { body: '<p>' } }, host: '127.0.0.1' });
    expect(other.url).toBe(`http://127.0.0.1:${other.port}`);
    expect(await (await fetch(other.url)).text()).toBe('<p>');
    await other.close();
    await expect(serve({ files: {}, host: 'none.invalid' })).rejects.toThrow(/^nothing can be served at none\.invalid: /);
  });
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>'],
    ['/?report=/report/1', 'text/html; charset=utf-8', '<p>'],
    ['/one.mjs', 'text/javascript; charset=utf-8', 'a()'],
    ['/data', 'application/json', '{}'],
    ['/dist/a.js', 'text/javascript; charset=utf-8', 'a()'],
  ])('serves %s as %s, uncached', async (path, type, body) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), await response.text()]).toEqual([200, type, 'no-store', body]);
  });
  it('sends the headers of a file', async () => {
    expect((await get('/strict.html')).headers.get('content-security-policy')).toBe("default-src 'self'");
  });
  it.each(['/none', '/dist/', '/dist/none.js', '/dist/link.txt', '/dist/../secret.txt', '/dist/..%2fsecret.txt', '/dist/%2e%2e/secret.txt', '/dist/a.js%00', '/__proto__', '//secret.txt'])('has nothing at %s', async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });
  it('refuses a malformed path', async () => expect(await rawStatus('/%zz')).toBe(400));
  it('takes reports and progress as JSON', async () => {
    expect((await post('/report/a-1', '{"ok":true}')).status).toBe(204);
    expect((await post('/progress/a-1', '1')).status).toBe(204);
    expect(onReport).toHaveBeenCalledWith('a-1', { ok: true });
    expect(onProgress).toHaveBeenCalledWith('a-1', 1);
  });
  it('refuses what is no JSON, too much, or no POST', async () => {
    expect((await post('/report/a', '{')).status).toBe(400);
    expect((await post('/report/a', `"${'x'.repeat(17 * 1024 * 1024)}"`)).status).toBe(413);
    expect((await get('/report/a')).status).toBe(405);
    expect((await post('/', '1')).status).toBe(405);
    expect(onReport).not.toHaveBeenCalled();
  });
  it('sees a page go that held a request open', async () => {
    const leave = new AbortController();
    const held = fetch(`${server.url}/alive/a`, { signal: leave.signal }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(onGone).not.toHaveBeenCalled();
    leave.abort();
    await held;
    await vi.waitFor(() => expect(onGone).toHaveBeenCalledWith('a'));
  });
});
