import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { measureBuilds } from '../../matrix/measure-builds.mjs';
import { toMeasurement } from '../../matrix/measurement.mjs';
import { readMeasurements, writeMeasurement } from '../../matrix/measurement-files.mjs';
import { remoteCandidates, wishes } from '../../matrix/remote-candidates.mjs';
import { fakeOutput } from '../commands/fake-output.mjs';

const chromedriver = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromedriver', 'chromedriver.exe'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** @type {string} */
let folder;
/** @type {ReturnType<typeof fakeOutput>} */
let spoken;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remote-'));
  spoken = fakeOutput();
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** @param {readonly import('../../matrix/measure-builds.mjs').Candidate[]} candidates */
function measure(candidates) {
  const measurements = join(folder, 'measurements');
  mkdirSync(measurements, { recursive: true });
  return measureBuilds(candidates, { check: false, fresh: false, repeat: 1, jobs: 1, output: spoken.output, folder: measurements });
}

describe('wishes', () => {
  const common = { browserName: 'safari', 'cloud:options': {} };
  it('are what was named, over what all share', () => {
    expect(wishes(['chrome@120', 'firefox'], common)).toEqual([
      { name: 'chrome@120', capabilities: { browserName: 'chrome', browserVersion: '120', 'cloud:options': {} } },
      { name: 'firefox', capabilities: { browserName: 'firefox', 'cloud:options': {} } },
    ]);
  });
  it('are what the capabilities name, or chrome', () => {
    expect(wishes([], common)).toEqual([{ name: 'safari', capabilities: common }]);
    expect(wishes([], {})).toEqual([{ name: 'chrome', capabilities: { browserName: 'chrome' } }]);
  });
});

describe('remoteCandidates', () => {
  const candidates = (/** @type {string} */ capabilities) => remoteCandidates({ endpoint: 'http://localhost:1', browsers: [], capabilities });
  it('need a file of capabilities', () => {
    const file = join(folder, 'capabilities.json');
    expect(() => candidates(file)).toThrow(/^--capabilities .*capabilities\.json: expected a file .*\(ENOENT/);
    writeFileSync(file, '[]');
    expect(() => candidates(file)).toThrow(/expected a file that has a JSON object of WebDriver capabilities$/);
  });
});

describe('measureBuilds', () => {
  const results = [{ id: 'a', verdict: 'holds', observed: [] }];
  /** @param {string} version */
  const candidate = (version) => {
    /** @param {string} url */
    const open = async (url) => {
      const report = { userAgent: '', platform: 'There', report: [], checked: { results } };
      void fetch(new URL(new URL(url).searchParams.get('report') ?? '', url), { method: 'POST', body: JSON.stringify(report) });
      return { exited: new Promise(() => {}), stop: async () => {}, stderrTail: () => '' };
    };
    const browser = /** @type {import('../../browsers/remote-browser.mjs').RemoteBrowser} */ (/** @type {unknown} */ ({ name: version, engine: 'chromium', version, source: 'remote', open }));
    return { name: version, find: async () => ({ name: version, engine: browser.engine, version, browser }) };
  };
  const kept = () => readMeasurements(join(folder, 'measurements')).map(({ version, build, platform }) => [version, build, platform]);

  it('stores what was seen, after one that failed as well', async () => {
    const failing = { name: 'none', find: () => Promise.reject(new Error('no session')) };
    expect(await measure([failing, candidate('156.0.1.2')])).toEqual(['none was not measured: no session']);
    expect(kept()).toEqual([['156.0.1.2', 'remote', 'There']]);
    expect(spoken.said.err).toMatch(/\[2\/2\] 156\.0\.1\.2: keeps the contract with the shim, changed \(1 s\)\n$/);
  });
  it('leaves a measurement alone that is not of a remote browser, and names where they differ', async () => {
    const build = /** @type {import('../../matrix/measurement.mjs').Build} */ ({ name: 'b', engine: 'chromium', version: '156.0.1.2', host: 'headless-shell', package: 'a@1.0.0', integrity: '' });
    const known = (/** @type {'holds' | 'broken'} */ verdict) => toMeasurement(build, 'Here', { native: { a: { verdict } }, shimmed: { a: { verdict: 'holds' } } });
    writeMeasurement(known('holds'), join(folder, 'measurements'));
    expect(await measure([candidate('156.0.1.2')])).toEqual([]);
    writeMeasurement(known('broken'), join(folder, 'measurements'));
    expect(await measure([candidate('156.0.1.2')])).toEqual(['156.0.1.2 (chromium 156.0.1.2) does not behave as its measurement says: a']);
    expect(kept()).toEqual([['156.0.1.2', 'npm:a@1.0.0', 'Here']]);
  });
});

describe('npm run matrix -- --remote', () => {
  it('names each browser that can not be had, and fails', async () => {
    const matrix = fileURLToPath(new URL('../../matrix/matrix.mjs', import.meta.url));
    const child = execFile(process.execPath, [matrix, '--remote', 'http://user:key@127.0.0.1:1/wd/hub', '--browser', 'chrome', '--browser', 'firefox', '--check']);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    for (const name of ['chrome', 'firefox']) expect(said).toMatch(new RegExp(`^${name} \\(remote\\) was not measured: http://127\\.0\\.0\\.1:1/wd/hub gives no session: \\w+`, 'm'));
    expect(said).not.toContain('key');
  });
});

describe.skipIf(!chromedriver)(`a chromedriver${chromedriver ? '' : ' (skipped: there is no chromedriver on the PATH)'}`, () => {
  /** @type {import('node:child_process').ChildProcess} */
  let driver;
  let endpoint = '';
  let version = '';
  beforeAll(async () => {
    driver = spawn(chromedriver ?? '', ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const text of driver.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
      said += text;
      const port = /started successfully on port (\d+)/.exec(said)?.[1];
      endpoint = `http://localhost:${port}`;
      if (port) break;
    }
    version = /ChromeDriver (\d+)\./.exec(said)?.[1] ?? '';
  });
  afterAll(async () => {
    const ended = once(driver, 'exit');
    driver.kill();
    await ended;
  });

  it('measures its browser, although it has no other', { timeout: 180_000 }, async () => {
    const capabilities = join(folder, 'capabilities.json');
    const args = [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--autoplay-policy=no-user-gesture-required', '--disable-features=WebRtcHideLocalIpsWithMdns', `--user-data-dir=${join(folder, 'profile')}`,
    ];
    writeFileSync(capabilities, JSON.stringify({ 'goog:chromeOptions': { args } }));
    const problems = await measure(remoteCandidates({ endpoint, browsers: ['firefox', 'chrome'], capabilities }));
    expect(problems).toEqual([expect.stringMatching(/^firefox \(remote\) was not measured: http:\/\/localhost:\d+\/ refuses a session: session not created/)]);
    const [measurement, ...others] = readMeasurements(join(folder, 'measurements'));
    expect(others).toEqual([]);
    expect(measurement).toMatchObject({ engine: 'chromium', version: expect.stringMatching(new RegExp(`^${version}\\.\\d+\\.\\d+\\.\\d+$`)), build: 'remote' });
    expect(Object.keys(measurement?.clauses ?? {}).length).toBeGreaterThan(15);
    expect(readdirSync(folder).sort()).toEqual(['capabilities.json', 'measurements', 'profile']);
    expect(spoken.said.err.split('\n').filter((line) => /chrome \(remote\): (native|shimmed): \d+ hold/.test(line))).toHaveLength(2);
  });
});
