import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configs from '../../../rollup.config.mjs';
import { packInto } from '../../package/pack.mjs';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const modules = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json') && !entry.includes('*'));
const ACTING = ['.', './with-adapter'];
// Of types alone: bundlers that know it for free of effects warn of an import that does nothing.
const EMPTY = ['./globals'];

/** @type {string} */
let app;
beforeAll(async () => {
  app = mkdtempSync(join(tmpdir(), 'rtc-close-shim-entries-'));
  await packInto(app);
  symlinkSync(fileURLToPath(new URL('../../../node_modules/webrtc-adapter', import.meta.url)), join(app, 'node_modules/webrtc-adapter'));
}, 60_000);
afterAll(() => rmSync(app, { recursive: true }));

const spec = (/** @type {string} */ entry) => `rtc-close-shim${entry.slice(1)}`;

/**
 * What a program of the user's says, in a Node of its own.
 * @param {string} code
 * @param {'module' | 'commonjs'} type
 */
const run = (code, type = 'module') => JSON.parse(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', code], { cwd: app, encoding: 'utf8' }));

/** A connection constructor for a Node that has none: what `install()` looks for. */
const CONNECTION = `
  globalThis.RTCPeerConnection = class extends EventTarget { close() {} get signalingState() { return 'stable'; } };
  globalThis.navigator ??= { userAgent: '' };
  const native = RTCPeerConnection.prototype.close;
`;

/**
 * @param {unknown} target of `exports`, any depth of conditions
 * @returns {string[]}
 */
function paths(target) {
  return typeof target === 'string' ? [target] : Object.values(Object(target)).flatMap(paths);
}

describe('the entries', { timeout: 60_000 }, () => {
  it('are the modules that the build makes', () => {
    const built = configs.filter(({ plugins }) => JSON.stringify(plugins)?.includes('shortens-own-names')).flatMap(({ input }) => Object.keys(Object(input)));
    expect(modules.map((entry) => (entry === '.' ? 'index' : entry.slice(2))).sort()).toEqual(built.sort());
  });

  it('lead to files that are in the tarball', () => {
    const { exports, main, module, types, unpkg, jsdelivr, sideEffects } = manifest;
    const targets = [exports, [main, module, types, unpkg, jsdelivr], sideEffects].flatMap(paths);
    expect(targets.length).toBeGreaterThan(20);
    for (const path of targets.filter((target) => !target.includes('*'))) expect(existsSync(join(app, 'node_modules/rtc-close-shim', path)), path).toBe(true);
  });

  it.each(modules)('%s can be imported and required on a server, and adds nothing to it', (entry) => {
    const expected = { added: [], names: expect.any(Array) };
    const imported = `const before = Object.getOwnPropertyNames(globalThis); const names = Object.keys(await import('${spec(entry)}'));`;
    const required = `const before = Object.getOwnPropertyNames(globalThis); const names = Object.keys(require('${spec(entry)}'));`;
    const say = 'console.log(JSON.stringify({ names, added: Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name)) }));';
    const [module, common] = [run(imported + say), run(required + say, 'commonjs')];
    expect(module).toEqual(expected);
    expect(common).toEqual(expected);
    expect(common.names.sort()).toEqual(module.names.sort());
  });

  it('the handle on a server reports nothing and has nothing to take out', () => {
    const code = `import { adapter, rtcCloseShim } from 'rtc-close-shim/with-adapter';
      console.log(JSON.stringify([rtcCloseShim.report(), rtcCloseShim.uninstall(), adapter.browserDetails.browser]));`;
    expect(run(code)).toEqual([[], true, 'Not a browser.']);
  });

  it.each(modules)('%s acts when it is imported, or does not, as sideEffects says', (entry) => {
    const acts = run(`${CONNECTION} await import('${spec(entry)}'); console.log(RTCPeerConnection.prototype.close !== native);`);
    expect(acts).toBe(ACTING.includes(entry));
    for (const path of paths(manifest.exports[entry]).filter((name) => /\.c?js$/.test(name))) expect(manifest.sideEffects.includes(path), path).toBe(acts || EMPTY.includes(entry));
  });

  it.each(modules.filter((entry) => entry !== '.'))('%s has a folder that leads to the same files, for what does not read exports', (entry) => {
    const folder = join(app, 'node_modules/rtc-close-shim', entry);
    const { main, module, types } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const from = (/** @type {string} */ path) => `./${relative(join(app, 'node_modules/rtc-close-shim'), join(folder, path)).replaceAll('\\', '/')}`;
    const { import: imported, require: required } = manifest.exports[entry];
    expect([from(main), from(types), from(module)]).toEqual([required.default, required.types, imported.default]);
  });

  it.each(['dist/rtc-close-shim.min.js', 'dist/rtc-close-check.min.js', 'src/compat/schema.json', 'package.json'])('%s can be resolved: who serves it asks where it is', (path) => {
    const place = join(realpathSync(app), 'node_modules/rtc-close-shim', path);
    expect(run(`console.log(JSON.stringify(require.resolve('rtc-close-shim/${path}')));`, 'commonjs')).toBe(place);
  });

  it('the scripts are known to act: a bundle that imports one keeps it', () => {
    const scripts = readdirSync(join(app, 'node_modules/rtc-close-shim/dist')).filter((name) => name.endsWith('.min.js'));
    expect(manifest.sideEffects).toEqual(expect.arrayContaining(scripts.map((name) => `./dist/${name}`)));
  });

  it('compat-data.json fits the schema that comes with it', () => {
    const read = (/** @type {string} */ name) => run(`console.log(JSON.stringify(require('rtc-close-shim/${name}')));`, 'commonjs');
    const check = new Ajv().compile(read('src/compat/schema.json'));
    expect(check(read('compat-data.json')), JSON.stringify(check.errors)).toBe(true);
  });

  it('compat-data.json comes with its version of the data', () => {
    expect(run("console.log(JSON.stringify(require('rtc-close-shim/compat-data.json').__meta.mdn));", 'commonjs')).toMatch(/^\d+\.\d+/);
  });
});
