import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../browsers/cache-folder.mjs';
import { playwrightPlaces } from '../../browsers/playwright-places.mjs';
import { cacheName } from '../../browsers/shipped-chromium.mjs';
import { systemPlaces } from '../../browsers/system-places.mjs';

describe('systemPlaces', () => {
  it('looks along the PATH on Linux', () => {
    const places = systemPlaces({ platform: 'linux', env: { PATH: '/a:/b' }, home: '/home/x' });
    expect(places).toContainEqual({ brand: 'chromium', path: '/a/chromium' });
    expect(places).toContainEqual({ brand: 'chrome', path: '/b/google-chrome-stable' });
    expect(places).toContainEqual({ brand: 'edge', path: '/b/microsoft-edge' });
    expect(places).toContainEqual({ brand: 'firefox', path: '/a/firefox-esr' });
  });
  it('looks in the applications of macOS and of its user', () => {
    const places = systemPlaces({ platform: 'darwin', env: {}, home: '/Users/x' });
    expect(places).toContainEqual({ brand: 'chrome', path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' });
    expect(places).toContainEqual({ brand: 'firefox', path: '/Users/x/Applications/Firefox.app/Contents/MacOS/firefox' });
  });
  it('looks in the program folders of Windows', () => {
    const places = systemPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' }, home: 'C:\\Users\\x' });
    expect(places).toContainEqual({ brand: 'edge', path: 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe' });
    expect(places.every(({ path }) => path.startsWith('C:\\Program Files\\'))).toBe(true);
  });
});

describe('playwrightPlaces', () => {
  /** @type {string} */
  let home;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'places-'))));
  afterEach(() => rmSync(home, { recursive: true }));
  const make = (/** @type {string} */ path) => mkdirSync(join(home, path), { recursive: true });

  it('takes the newest build of each kind', async () => {
    for (const build of ['chromium-999/chrome-linux', 'chromium-1200/chrome-linux64', 'firefox-1500/firefox', 'webkit-2000/x', 'ffmpeg-1/x']) make(`.cache/ms-playwright/${build}`);
    const places = await playwrightPlaces({ platform: 'linux', env: {}, home });
    expect(places).toContainEqual({ brand: 'chromium', path: join(home, '.cache/ms-playwright/chromium-1200/chrome-linux64/chrome') });
    expect(places).toContainEqual({ brand: 'firefox', path: join(home, '.cache/ms-playwright/firefox-1500/firefox/firefox') });
    expect(places.some(({ path }) => /chromium-999|webkit|ffmpeg/.test(path))).toBe(false);
  });
  it('knows where an application of macOS has its program', async () => {
    make('Library/Caches/ms-playwright/firefox-1500/firefox/Nightly.app/Contents/MacOS');
    const places = await playwrightPlaces({ platform: 'darwin', env: {}, home });
    expect(places).toContainEqual({ brand: 'firefox', path: join(home, 'Library/Caches/ms-playwright/firefox-1500/firefox/Nightly.app/Contents/MacOS/firefox') });
  });
  it('follows PLAYWRIGHT_BROWSERS_PATH', async () => {
    make('elsewhere/chromium_headless_shell-1200/chrome-headless-shell-linux64');
    const places = await playwrightPlaces({ platform: 'linux', env: { PLAYWRIGHT_BROWSERS_PATH: join(home, 'elsewhere') }, home });
    expect(places.map(({ path }) => path)).toContain(join(home, 'elsewhere/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell'));
  });
  it('finds nothing where Playwright was never installed', async () => {
    expect(await playwrightPlaces({ platform: 'linux', env: {}, home })).toEqual([]);
  });
});

describe('cacheFolder', () => {
  it('is where each system keeps caches', () => {
    expect(cacheFolder({}, 'linux', '/home/x')).toBe(join('/home/x', '.cache', 'rtc-close-shim'));
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/x')).toBe(join('/c', 'rtc-close-shim'));
    expect(cacheFolder({}, 'darwin', '/Users/x')).toBe(join('/Users/x', 'Library', 'Caches', 'rtc-close-shim'));
    expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32', '/u')).toBe(join('/l', 'rtc-close-shim', 'Cache'));
  });
  it('is what RTC_CLOSE_SHIM_CACHE says', () => expect(cacheFolder({ RTC_CLOSE_SHIM_CACHE: '/mine' }, 'linux', '/home/x')).toBe('/mine'));
  it('keeps a scoped package in one folder', () => expect(cacheName('@a/b', '1.2.3')).toBe('@a+b@1.2.3'));
});
