import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCatalogue } from '../../browsers/build-catalogue.mjs';
import { cefArguments } from '../../browsers/cef-under-wine.mjs';
import { fetchBuild } from '../../browsers/fetch-build.mjs';
import { hostMissing } from '../../browsers/host-missing.mjs';
import { launchCommand } from '../../browsers/launch-command.mjs';
import { runPage } from '../../browsers/run-page.mjs';
import { selectBuilds } from '../../browsers/select-builds.mjs';
import { makeWinePrefix } from '../../browsers/wine-prefix.mjs';
import { unpackXulrunner } from '../../browsers/xulrunner.mjs';
import { fetched } from './fetched.mjs';

/** @typedef {import('../../browsers/fetch-build.mjs').MuseumBuild} MuseumBuild */
const prefixed = /** @type {MuseumBuild[]} */ (selectBuilds(buildCatalogue([]), ['chromium@39', 'chromium@45', 'firefox@33']));
const linux = { platform: /** @type {const} */ ('linux'), arch: 'x64', env: { PATH: '/bin:/usr/bin' }, archive: () => undefined, root: () => ({ reason: 'no' }) };
const nothing = { ...linux, exists: () => false };

/** @type {string} */
let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hosts-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('hostMissing', () => {
  it('has nothing to say of a browser that starts by itself', () => {
    expect(hostMissing({ host: 'headless-shell' }, nothing)).toBeUndefined();
    expect(hostMissing({}, { ...nothing, platform: 'darwin' })).toBeUndefined();
  });
  it('says that another system runs no build of the museum', () => {
    expect(hostMissing({ host: 'wine' }, { ...nothing, platform: 'darwin' })).toMatchObject({ reason: expect.stringContaining('this is darwin') });
    expect(hostMissing({ host: 'headless-shell' }, { ...nothing, arch: 'arm64' })).toMatchObject({ reason: expect.stringContaining('linux on arm64') });
  });
  it('names all that is lacking, and what to install', () => {
    expect(hostMissing({ host: 'wine' }, nothing)).toEqual({
      reason: 'it needs Wine, the font Tahoma, a C compiler for Windows, Xvfb',
      install: 'Debian: apt-get install wine wine64 fonts-wine gcc-mingw-w64-x86-64 xvfb',
    });
    expect(hostMissing({ host: 'xulrunner' }, nothing)).toEqual({
      reason: 'it needs libdbus-glib-1.so.2, libgtk-x11-2.0.so.0, libXt.so.6, libasound.so.2, Xvfb',
      install: 'Debian: apt-get install libdbus-glib-1-2 libgtk2.0-0 libxt6 libasound2 xvfb',
    });
  });
  it('names only what is lacking, wherever on the PATH the rest is', () => {
    expect(hostMissing({ host: 'wine' }, { ...linux, exists: (path) => path !== '/usr/bin/Xvfb' })).toBeUndefined();
    expect(hostMissing({ host: 'wine' }, { ...linux, exists: (path) => !path.endsWith('/Xvfb') })).toEqual({ reason: 'it needs Xvfb', install: 'Debian: apt-get install xvfb' });
  });
});

describe('launchCommand', () => {
  const browser = (/** @type {import('../../browsers/host-missing.mjs').Host} */ host) =>
    /** @type {import('../../browsers/find-browsers.mjs').Browser} */ ({ name: 'x', engine: host === 'xulrunner' ? 'firefox' : 'chromium', version: '1', executablePath: '/b/program', env: { WINEPREFIX: '/template' }, source: 'museum', host });
  it('starts what needs a display on one of its own', () => {
    const { file, args, env } = launchCommand(browser('wine'), '/room', 'http://localhost:1/');
    expect([file, ...args].slice(0, 4)).toEqual(['sh', expect.stringMatching(/with-display\.sh$/), 'wine', '/b/program']);
    expect(args).toContain('--url=http://localhost:1/');
    expect(env.WINEPREFIX).toBe('/room/prefix');
  });
  it('tells the XUL application its page', () => {
    const { args, env } = launchCommand(browser('xulrunner'), '/room', 'http://localhost:1/');
    expect(args).toEqual([expect.any(String), '/b/program', '--app', expect.stringMatching(/application\.ini$/), '-no-remote', '-profile', '/room/profile']);
    expect(env.RTC_CLOSE_SHIM_PAGE).toBe('http://localhost:1/');
  });
  it('starts others themselves', () => expect(launchCommand(browser('headless-shell'), '/room', 'u')).toMatchObject({ file: '/b/program', args: expect.arrayContaining(['--headless', '--user-data-dir=/room/profile']) }));
  it('gives CEF its folder the way Windows writes paths', () => expect(cefArguments('/tmp/a/profile', 'u')).toContain('--cache=Z:\\tmp\\a\\profile'));
});

describe.skipIf(process.platform === 'win32')('makeWinePrefix', () => {
  it('copies what a run writes to and links to the rest', () => {
    const template = join(folder, 'template');
    for (const path of ['drive_c/windows/Fonts', 'drive_c/users/me/Temp', 'home']) mkdirSync(join(template, path), { recursive: true });
    for (const name of ['system.reg', 'user.reg', 'userdef.reg', '.update-timestamp']) writeFileSync(join(template, name), name);
    symlinkSync(join(template, 'home'), join(template, 'drive_c/users/me/Desktop'));
    const prefix = join(folder, 'prefix');
    makeWinePrefix(template, prefix);
    expect(readdirSync(prefix).sort()).toEqual(['.update-timestamp', 'dosdevices', 'drive_c', 'system.reg', 'user.reg', 'userdef.reg']);
    expect(lstatSync(join(prefix, 'drive_c/windows')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(prefix, 'drive_c/users')).isSymbolicLink()).toBe(false);
    expect(existsSync(join(prefix, 'dosdevices/c:/users/me/Temp'))).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('unpackXulrunner', () => {
  it('mends line ends and modes', async () => {
    const files = join(folder, 'files');
    const to = join(folder, 'to');
    mkdirSync(join(files, 'components'), { recursive: true });
    mkdirSync(to);
    for (const name of ['xulrunner', 'plugin-container', 'dependentlibs.list', 'platform.ini', 'components/components.manifest', 'libxul.so']) writeFileSync(join(files, name), 'a\r\nb\r\n', { mode: 0o644 });
    await unpackXulrunner(files, to);
    expect(readFileSync(join(to, 'dependentlibs.list'), 'utf8')).toBe('a\nb\n');
    expect(readFileSync(join(to, 'components/components.manifest'), 'utf8')).toBe('a\nb\n');
    expect(readFileSync(join(to, 'libxul.so'), 'utf8')).toBe('a\r\nb\r\n');
    expect(statSync(join(to, 'xulrunner')).mode & 0o111).toBe(0o111);
  });
});

describe('a machine without the host', () => {
  const { PATH } = process.env;
  beforeEach(() => (process.env.PATH = folder));
  afterEach(() => (process.env.PATH = PATH));

  it.each(prefixed)('rejects $name with what to install', async (build) => {
    await expect(fetchBuild(build)).rejects.toMatchObject({ reason: 'could-not-start', message: expect.stringMatching(/^\w+@\d+ can not run here: .*Xvfb|this is/) });
    const browser = { name: 'x-1', engine: build.engine, version: '1', executablePath: '/x', env: {}, source: /** @type {const} */ ('museum'), host: build.host };
    await expect(runPage(browser, { html: '' })).rejects.toMatchObject({ reason: 'could-not-start' });
  });
});

// Only where they were fetched already: a test downloads nothing.
const here = prefixed.filter((build) => !hostMissing(build) && fetched(build));

describe.skipIf(here.length === 0)('the builds of the prefixed era', () => {
  const { TMPDIR } = process.env;
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });

  it.each(here)('$name opens a page, and leaves nothing', { timeout: 60_000 }, async (build) => {
    const browser = await fetchBuild(build);
    process.env.TMPDIR = folder;
    const html = '<!doctype html><script src="/report.js"></script><script>report([navigator.userAgent, !!(window.webkitRTCPeerConnection || window.mozRTCPeerConnection)])</script>';
    const [userAgent, isPrefixed] = /** @type {[string, boolean]} */ (await runPage(browser, { html }));
    expect(userAgent).toContain(build.engine === 'firefox' ? 'rv:33.0' : `Chrome/${build.version}`);
    expect(isPrefixed).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    await vi.waitFor(() => expect(processesAt(folder)).toEqual([]));
  });
});

/** @param {string} path a folder that processes have their HOME in */
function processesAt(path) {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HOME=${path}`);
    } catch {
      return false;
    }
  });
}
