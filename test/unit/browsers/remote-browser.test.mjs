import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { remoteBrowser } from '../../browsers/remote-browser.mjs';
import { remoteIdentity } from '../../browsers/remote-identity.mjs';
import { openSession } from '../../browsers/remote-session.mjs';
import { runPage } from '../../browsers/run-page.mjs';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36';
const capabilities = { browserName: 'chrome', 'cloud:options': { build: 'x' } };

/** @type {import('node:http').Server[]} */
const servers = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

/**
 * A stand-in for an endpoint.
 * @param {{ versions?: string[], open?: (url: string) => unknown }} does the version of each session, and what a browser does with a page
 */
async function endpoint({ versions = ['156.0.1.2'], open = () => {} } = {}) {
  /** @type {any[]} */
  const asked = [];
  /** @type {string[]} */
  const alive = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    const answer = (/** @type {unknown} */ value, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ value }));
    const [, , id = '', command] = (request.url ?? '').split('/');
    const body = await text(request);
    if (request.method === 'DELETE') return alive.splice(alive.indexOf(id), 1), answer(null);
    if (command === 'execute') return answer(CHROME);
    if (command === 'url') {
      const failure = await open(JSON.parse(body).url);
      return failure ? answer({ error: 'unknown error', message: `${failure}\n  at a stack`, stacktrace: '' }, 500) : answer(null);
    }
    asked.push(JSON.parse(body).capabilities.alwaysMatch, request.headers.authorization);
    const browserVersion = versions[Math.min(count, versions.length - 1)];
    alive.push(String(++count));
    answer({ sessionId: String(count), capabilities: { browserName: 'chrome', browserVersion } });
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return { asked, alive, url: `http://user:key@127.0.0.1:${portOf(server)}` };
}

/** @param {import('node:net').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

describe('remoteBrowser', () => {
  it('opens a page in a session of its own, with the capabilities that were asked for, and ends that', async () => {
    const { asked, alive, url } = await endpoint({
      open: (page) => void fetch(new URL(new URL(page).searchParams.get('report') ?? '', page), { method: 'POST', body: JSON.stringify(new URL(page).hostname) }),
    });
    const browser = await remoteBrowser('chrome', { endpoint: url, capabilities });
    expect(browser).toMatchObject({ engine: 'chromium', version: '156.0.1.2', source: 'remote' });
    expect(await runPage(browser, { html: '' })).toBe('localhost');
    expect(await runPage({ ...browser, pageHost: '127.0.0.1' }, { html: '' })).toBe('127.0.0.1');
    expect(asked).toEqual(Array(3).fill([capabilities, `Basic ${btoa('user:key')}`]).flat());
    expect(alive).toEqual([]);
  });
  it('says that the page can not be reached, without the stack', async () => {
    const { alive, url } = await endpoint({ open: () => 'net::ERR_CONNECTION_REFUSED' });
    const run = runPage(await remoteBrowser('chrome', { endpoint: url, capabilities }), { html: '' });
    await expect(run).rejects.toMatchObject({ reason: 'could-not-start', message: expect.stringMatching(/^chrome could not open http:\/\/localhost:\d+\/: net::ERR_CONNECTION_REFUSED$/) });
    expect(alive).toEqual([]);
  });
  it('says that the page does not report', async () => {
    const { url } = await endpoint({ open: (page) => void fetch(page) });
    const run = runPage(await remoteBrowser('chrome', { endpoint: url, capabilities }), { html: '' }, { timeoutMs: 300 });
    await expect(run).rejects.toMatchObject({ reason: 'hung', message: expect.stringContaining('chrome hung: no report within 0.3 s') });
  });
  it('says that the next session is of another version', async () => {
    const { alive, url } = await endpoint({ versions: ['156.0.1.2', '156.0.1.3'] });
    const run = runPage(await remoteBrowser('chrome', { endpoint: url, capabilities }), { html: '' });
    await expect(run).rejects.toThrow('chrome was chromium 156.0.1.2 at first and then chromium 156.0.1.3: ask for one (--browser chrome@156)');
    expect(alive).toEqual([]);
  });
});

describe('openSession', () => {
  it('says that the endpoint does not answer, without the key', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(openSession(`http://user:key@127.0.0.1:${port}/wd/hub`, capabilities)).rejects.toThrow(new RegExp(`^http://127\\.0\\.0\\.1:${port}/wd/hub gives no session: ECONNREFUSED`));
  });
  it('waits for an answer only so long', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    await expect(openSession(`http://127.0.0.1:${portOf(server)}`, capabilities, 200)).rejects.toThrow(/gives no session: no answer within 0\.2 s$/);
  });
});

describe('remote-quit.mjs', () => {
  it('ends a session, with the user and the key', async () => {
    const seen = vi.fn();
    const server = createServer((request, response) => {
      seen(request.method, request.url, request.headers.authorization);
      response.end('{"value":null}');
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const child = execFile(process.execPath, [fileURLToPath(new URL('../../browsers/remote-quit.mjs', import.meta.url))]);
    child.stdin?.end(JSON.stringify({ endpoint: `http://user:k%40y@127.0.0.1:${portOf(server)}/wd/hub/`, id: 'abc' }));
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(seen.mock.calls).toEqual([['DELETE', '/wd/hub/session/abc', `Basic ${btoa('user:k@y')}`]]);
  });
});

describe('remoteIdentity', () => {
  const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Safari/605.1.15';
  it.each([
    ['chrome', '156.0.8078.79', CHROME, { engine: 'chromium', version: '156.0.8078.79' }],
    ['chrome-headless-shell', '156.0.8078.79', CHROME, { engine: 'chromium', version: '156.0.8078.79' }],
    ['MicrosoftEdge', '156.0.3500.1', `${CHROME} Edg/156.0.0.0`, { engine: 'chromium', version: '156.0.0.0' }],
    ['chrome', 'undefined', CHROME, { engine: 'chromium', version: '156.0.0.0' }],
    ['firefox', '153.7.0', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', { engine: 'firefox', version: '153.7.0' }],
    ['Safari', '17.4.1', safari, { engine: 'safari', version: '17.4.1' }],
  ])('knows %s %s', (browserName, browserVersion, userAgent, identity) => expect(remoteIdentity({ browserName, browserVersion }, userAgent)).toEqual(identity));
  it('knows what it can not tell', () => {
    const edge = `${CHROME} Edge/18.17763`;
    expect(() => remoteIdentity({ browserName: 'MicrosoftEdge', browserVersion: '44' }, edge)).toThrow(`its engine is none that is measured: MicrosoftEdge 44 (${edge})`);
  });
});
