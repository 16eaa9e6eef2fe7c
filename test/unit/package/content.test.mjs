import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packInto } from '../../package/pack.mjs';

/** The package's files, without the endings that a file of this kind always comes with. */
const MODULES = ['index', 'fn', 'check', 'peer', 'with-adapter', 'globals'];
const SCRIPTS = ['rtc-close-shim.min.js', 'rtc-close-shim.adapter.min.js', 'rtc-close-check.min.js', 'rtc-close-peer.min.js'];
const OTHERS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'compat-data.d.cts', 'compat-data.json', 'dist/matrix.svg', 'package.json'];
const EXPECTED = [
  ...OTHERS,
  ...MODULES.flatMap((name) => ['js', 'js.map', 'cjs', 'cjs.map', 'd.ts', 'd.cts'].map((ending) => `dist/${name}.${ending}`)),
  ...SCRIPTS.flatMap((name) => [`dist/${name}`, `dist/${name}.map`]),
  ...['playground.html', 'playground.css', 'playground.min.js', 'playground.min.js.map', 'rtc-close-never-worse.min.js', 'rtc-close-never-worse.min.js.map'].map((name) => `dist/${name}`),
  'src/docs/how-to-read-the-table.md',
  'src/docs/what-changes-for-your-code.md',
  'src/compat/schema.json',
  // For what does not read `exports`.
  ...MODULES.filter((name) => name !== 'index').map((name) => `${name}/package.json`),
  // What the entries' types share.
  'dist/shared/clauses.d.ts',
  'dist/shared/clauses.d.cts',
].sort();

/** @type {string} */
let folder;
/** @type {string} */
let place;
/** @type {string[]} */
let files;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-content-'));
  place = await packInto(folder);
  files = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1).replaceAll('\\', '/'))
    .sort();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const read = (/** @type {string} */ name) => readFileSync(join(place, name), 'utf8');

describe('the tarball', () => {
  it('holds the files that users need and no other', () => expect(files).toEqual(EXPECTED));

  it('unpacks to less than 3 MB', () => expect(files.reduce((sum, file) => sum + statSync(join(place, file)).size, 0)).toBeLessThan(3e6));

  it('names no path of the machine that built it', () => {
    const named = files.filter((file) => /"\/(home|root|work|tmp|Users)\/|file:\/\//.test(read(file)));
    expect(named).toEqual([]);
  });

  it('starts each module and script with name, version and licence', () => {
    const { version, license } = JSON.parse(read('package.json'));
    for (const file of files.filter((name) => /\.c?js$/.test(name))) expect(read(file), file).toMatch(`/*! rtc-close-shim ${version} | ${license} */`);
  });

  it('carries the licences of what the script with adapter contains', () => {
    const script = read('dist/rtc-close-shim.adapter.min.js');
    for (const name of ['webrtc-adapter', 'sdp']) {
      const { version, license } = JSON.parse(readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8'));
      expect(script).toContain(`It contains ${name} ${version} | ${license}`);
    }
    expect(script).toContain('Redistributions in binary form must reproduce the above copyright');
    expect(script).toContain('The above copyright notice and this permission notice shall be included in all');
  });
});

describe('the source maps', () => {
  it('are there for every module and script, and carry the sources', () => {
    for (const file of files.filter((name) => /\.c?js$/.test(name))) {
      const [, url = 'none'] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(file)) ?? [];
      const at = normalize(join(dirname(file), url)).replaceAll('\\', '/');
      expect(files, file).toContain(at);
      const { sources, sourcesContent } = JSON.parse(read(at));
      expect(sourcesContent, at).toHaveLength(sources.length);
      if (file.includes('globals.')) continue;
      expect(sources.length, at).toBeGreaterThan(0);
      for (const [i, text] of sourcesContent.entries()) expect(text, `${at}: ${sources[i]}`).toEqual(expect.any(String));
    }
  });

  it('lead to sources that are those of the repository, adapter before the shim', () => {
    const { sources, sourcesContent } = JSON.parse(read('dist/rtc-close-shim.adapter.min.js.map'));
    const at = sources.indexOf('../src/shim/install.ts');
    expect(sourcesContent[at]).toBe(readFileSync(new URL('../../../src/shim/install.ts', import.meta.url), 'utf8'));
    const adapter = sources.findIndex((/** @type {string} */ source) => source.endsWith('webrtc-adapter/dist/adapter_core.js'));
    expect(adapter).toBeGreaterThan(-1);
    expect(adapter).toBeLessThan(sources.indexOf('../src/script.ts'));
  });
});
