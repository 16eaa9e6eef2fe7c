import { describe, expect, it } from 'vitest';
import { versionIn } from '../../browsers/browser-version.mjs';
import { browserNames, chooseBrowsers } from '../../browsers/choose-browsers.mjs';
import { nameBrowsers } from '../../browsers/name-browsers.mjs';

const unnamed = (/** @type {string} */ brand, /** @type {string} */ version, source = 'system') =>
  /** @type {import('../../browsers/name-browsers.mjs').Unnamed} */ ({ brand, engine: 'chromium', version, executablePath: '/x', env: {}, source });

describe('nameBrowsers', () => {
  it('names by brand and major version', () => {
    expect(nameBrowsers([unnamed('chromium', '156.0.1.2'), unnamed('edge', '155.0.1.2')]).map(({ name }) => name)).toEqual(['chromium-156', 'edge-155']);
  });
  it('keeps names unique', () => {
    const browsers = [unnamed('chromium', '138.1'), unnamed('chromium', '138.2'), unnamed('chromium', '138.3', 'npm'), unnamed('chromium', '138.4')];
    expect(nameBrowsers(browsers).map(({ name }) => name)).toEqual(['chromium-138', 'chromium-138-system', 'chromium-138-npm', 'chromium-138-system-2']);
  });
});

describe('chooseBrowsers', () => {
  const browsers = ['chromium-156', 'chromium-138', 'firefox-153'].map((name) => ({ name }));

  it('takes names, and beginnings of names up to a dash', () => {
    expect(chooseBrowsers(browsers, ['firefox-153', 'chromium'])).toEqual({ chosen: browsers, unknown: [] });
  });
  it('tells which names mean nothing', () => {
    expect(chooseBrowsers(browsers, ['chrom', 'chromium-138'])).toEqual({ chosen: [browsers[1]], unknown: ['chrom'] });
  });
});

describe('browserNames', () => {
  it('splits a list', () => expect(browserNames(' chromium-156, firefox-153,,')).toEqual(['chromium-156', 'firefox-153']));
  it('is empty without one', () => expect(browserNames(undefined)).toEqual([]));
});

describe('versionIn', () => {
  it.each([
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', '156.0.8078.79'],
    ['Google Chrome 138.0.7204.49 \n', '138.0.7204.49'],
    ['Mozilla Firefox 153.7.0esr', '153.7.0esr'],
    ['Mozilla Firefox 155.0b3', '155.0b3'],
  ])('reads %j', (text, version) => expect(versionIn(text)).toBe(version));
  it('refuses what has none', () => expect(() => versionIn('install the snap')).toThrow(/no version.*install the snap/));
});
