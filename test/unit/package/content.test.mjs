import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '@jridgewell/sourcemap-codec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packInto } from '../../package/pack.mjs';
import { tarball } from '../../package/tarball.mjs';

/** The package's files, without the endings that a file of this kind always comes with. */
const MODULES = ['index', 'fn', 'check', 'peer', 'with-adapter', 'globals'];
const SCRIPTS = ['rtc-close-shim.min.js', 'rtc-close-shim.adapter.min.js', 'rtc-close-check.min.js', 'rtc-close-peer.min.js'];
const OTHERS = ['LICENSE', 'README.md', 'compat-data.d.cts', 'compat-data.json', 'package.json', 'src/compat/schema.json'];
const EXPECTED = [
  ...OTHERS,
  ...MODULES.flatMap((name) => ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/${name}.${ending}`)),
  // The names in it are shortened; the other modules read like their sources.
  'dist/fn.js.map',
  ...SCRIPTS.map((name) => `dist/${name}`),
  // For what does not read `exports`.
  ...MODULES.filter((name) => name !== 'index').map((name) => `${name}/package.json`),
].sort();
const LARGEST = 150_000;

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
  it('holds the files that users need and no other', () => {
    expect(files.filter((file) => !file.startsWith('dist/shared/'))).toEqual(EXPECTED);
    // What the entries share: each file is asked for by another.
    const asked = files.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file)).map(read).join('\n');
    for (const file of files.filter((one) => one.startsWith('dist/shared/'))) expect(asked, file).toContain(file.slice('dist/'.length).replace(/\.d\.(c?)ts$/, '.$1js'));
  });

  it('weighs at most 150 kB, and unpacks to less than 1 MB', async () => {
    expect(statSync(await tarball()).size).toBeLessThanOrEqual(LARGEST);
    expect(files.reduce((sum, file) => sum + statSync(join(place, file)).size, 0)).toBeLessThan(1e6);
  });

  it('has the table without white space, and the repository the same to be read', () => {
    const pretty = readFileSync(new URL('../../../src/compat/compat-data.json', import.meta.url), 'utf8');
    // Each names the schema from where it is.
    expect(read('compat-data.json')).toBe(`${JSON.stringify({ ...JSON.parse(pretty), $schema: './src/compat/schema.json' })}\n`);
    expect(pretty.split('\n').length).toBeGreaterThan(1000);
  });

  it('says of each file what it is for', () => {
    const page = readFileSync(new URL('../../../src/docs/package.md', import.meta.url), 'utf8');
    const unnamed = files.filter((file) => !page.includes(`\`${file.replace(/^dist\/shared\/.*/, 'dist/shared/').replace(/^[\w-]+\/package\.json$/, 'NAME/package.json')}\``));
    expect(unnamed).toEqual([]);
  });

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

describe('the source map', () => {
  it('is that of the module with the shim, and there is no other', () => {
    const mapped = files.filter((name) => /\.c?js$/.test(name)).flatMap((file) => [...read(file).matchAll(/\/\/# sourceMappingURL=(\S+)/g)].map(([, map]) => [file, map]));
    expect(mapped).toEqual([['dist/fn.js', 'fn.js.map']]);
  });

  it('carries each source once, and it is that of the repository', () => {
    /** @type {string[]} */
    const seen = [];
    for (const file of files.filter((name) => name.endsWith('.map'))) {
      const { sources, sourcesContent } = JSON.parse(read(file));
      expect(sourcesContent, file).toHaveLength(sources.length);
      for (const [i, source] of sources.entries()) {
        seen.push(source);
        // The extract of the table is made by the build.
        if (!/\/src\/(baked|build-flags)\.ts$/.test(source)) expect(sourcesContent[i], source).toBe(readFileSync(new URL(`../../../dist/${source}`, import.meta.url), 'utf8').replace(/^import .*$|^ *\/\* eslint-.*$|^ *\/\/.*$/gm, ''));
      }
    }
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toEqual(expect.arrayContaining(['../src/shim/install.ts', '../src/shim/close/close.ts']));
  });

  it('leads from the line of each function to the line that it was made of', () => {
    const { mappings, sources, sourcesContent } = JSON.parse(read('dist/fn.js.map'));
    const lines = decode(mappings);
    const functions = read('dist/fn.js').split('\n').flatMap((line, at) => [...line.matchAll(/^function (\w+)\(/g)].map(([, name = '']) => ({ name, at })));
    const led = functions.filter(({ name, at }) => {
      const [, source = -1, line = -1] = lines[at]?.[0] ?? [];
      return sources[source]?.startsWith('../src/') && sourcesContent[source].split('\n')[line]?.includes(name);
    });
    expect(functions.length).toBeGreaterThan(30);
    // Some have got another name, as there were two of theirs.
    expect(led.length / functions.length).toBeGreaterThan(0.8);
  });

  it('is not needed where a module is compiled as it is written: its functions come with their comments', () => {
    const folder = new URL('../../../src/conformance/', import.meta.url);
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const module = read('dist/check.js');
    const commented = [...sources.matchAll(/\/\*\* (.+) \*\/\n(?:export )?(?:async )?function (\w+)/g)].filter(([, , name]) => module.includes(`function ${name}(`));
    expect(commented.length).toBeGreaterThan(10);
    expect(commented.filter(([, words = '']) => !module.includes(words)).map(([, , name]) => name)).toEqual([]);
  });
});

describe('the script with adapter', () => {
  it('has adapter before the shim', () => {
    const script = read('dist/rtc-close-shim.adapter.min.js');
    const [adapter, shim] = [script.indexOf('Not a browser.'), script.indexOf('rtc-close-shim: ')];
    expect(adapter).toBeGreaterThan(-1);
    expect(shim).toBeGreaterThan(adapter);
  });
});
