import { readFileSync, readdirSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { parse, tokenizer } from 'acorn';
import { describe, expect, it } from 'vitest';

/** Each with its one global. */
const scripts = { 'rtc-close-shim.min.js': 'rtcCloseShim', 'rtc-close-check.min.js': 'rtcCloseCheck', 'rtc-close-never-worse.min.js': 'rtcNeverWorse' };
const read = (/** @type {string} */ name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

// What Gecko 33 and Chromium 39 do not have, of what Node has.
const younger = `
  delete globalThis.Symbol; delete globalThis.Reflect; delete globalThis.Proxy; delete globalThis.WeakRef; delete globalThis.WeakSet;
  delete globalThis.globalThis; delete Object.assign; delete Object.entries; delete Object.values; delete Object.fromEntries;
  delete Object.getOwnPropertyDescriptors; delete Array.from; delete Array.prototype.includes; delete Array.prototype.flatMap;
  delete Array.prototype.find; delete String.prototype.includes; delete String.prototype.startsWith; delete String.prototype.padStart;
  delete String.prototype.replaceAll; delete Promise.prototype.finally; delete Promise.allSettled;
`;

// What Chromium 61, Firefox 60 or Safari 11 does not have, of what Node has.
const youngerThanModules = `
  delete globalThis.WeakRef; delete globalThis.FinalizationRegistry; delete globalThis.BigInt; delete globalThis.AggregateError; delete globalThis.Atomics;
  delete Object.fromEntries; delete Object.hasOwn; delete Object.groupBy; delete Array.prototype.flat; delete Array.prototype.flatMap; delete Array.prototype.at;
  delete Array.prototype.findLast; delete Array.prototype.toSorted; delete String.prototype.matchAll; delete String.prototype.replaceAll; delete String.prototype.at;
  delete String.prototype.trimStart; delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any; delete Symbol.prototype.description;
  delete globalThis.globalThis;
`;

function pageOf2014() {
  const page = createContext({});
  runInContext(`var self = this; ${younger}`, page);
  return page;
}

describe('what a page may read without knowing its character set', () => {
  const names = readdirSync(new URL('../../dist/', import.meta.url));
  const foreign = (/** @type {string} */ text) => /[^\0-\x7f].{0,20}/.exec(text)?.[0];

  it('is ASCII: the script tags whole, the others but for comments', () => {
    const tags = names.filter((name) => name.endsWith('.min.js'));
    expect(tags).toHaveLength(6);
    expect(tags.map((name) => [name, foreign(read(name))]).filter(([, text]) => text)).toEqual([]);
    const modules = names.filter((name) => /(?<!\.min)\.(js|cjs)$/.test(name));
    expect(modules).toContain('fn.js');
    const code = (/** @type {string} */ text) => [...tokenizer(text, { ecmaVersion: 2020, sourceType: 'module' })].map(({ start, end }) => text.slice(start, end)).join(' ');
    expect(modules.map((name) => [name, foreign(code(read(name)))]).filter(([, text]) => text)).toEqual([]);
  });
});

describe('the modules', () => {
  const names = readdirSync(new URL('../../dist/', import.meta.url)).filter((name) => /(?<!\.min)\.(js|cjs)$/.test(name));

  it('are there in both forms', () => expect(names).toEqual(expect.arrayContaining(['index.js', 'index.cjs', 'check.js', 'peer.cjs', 'with-adapter.js'])));

  it.each(names)('%s parses as ECMAScript 2017, as in the first engines that load modules', (name) => {
    expect(() => parse(read(name), { ecmaVersion: 2017, sourceType: name.endsWith('.cjs') ? 'script' : 'module' })).not.toThrow();
  });

  /** A realm whose built-ins and accessors are those of such an engine. */
  function pageOf2018() {
    const page = createContext({});
    runInContext(`var self = this, module = { exports: {} }, exports = module.exports; ${youngerThanModules}`, page);
    runInContext('class EventTarget { addEventListener() {} dispatchEvent() {} }; class Event {}; self.EventTarget = EventTarget; self.Event = Event;', page);
    // Chromium up to 70: the engine's accessors have no name, in their text neither. So has a Proxy of a function without one.
    runInContext(`
      self.RTCPeerConnection = class extends EventTarget { close() { this.state = 'closed'; } };
      const accessor = (get) => ({ get: new Proxy(get, {}), configurable: true, enumerable: true });
      Object.defineProperty(RTCPeerConnection.prototype, 'signalingState', accessor((() => function () { return this.state || 'stable'; })()));
      Object.defineProperty(RTCPeerConnection.prototype, 'iceConnectionState', accessor((() => function () { return 'completed'; })()));
    `, page);
    runInContext(read('fn.cjs'), page);
    return page;
  }

  it('install in a realm with no built-in younger than these', () => {
    const page = pageOf2018();
    const decisions = runInContext("exports.install().report().map(({ decision }) => decision).join(' ')", page);
    expect(decisions).toMatch(/^applied( applied)+$/);
  });

  it('seal what such an engine reads by accessors without a name', () => {
    const page = pageOf2018();
    const read = 'var connection = new RTCPeerConnection(); connection.close(); connection.iceConnectionState;';
    expect(runInContext(read, page)).toBe('completed');
    runInContext('exports.install();', page);
    expect(runInContext(read, page)).toBe('closed');
  });

  it.each(['check.cjs', 'peer.cjs'])('%s loads in one, too', (name) => {
    const page = createContext({});
    runInContext(`var self = this, exports = {}; ${youngerThanModules}`, page);
    runInContext(read(name), page);
    expect(runInContext('Object.keys(exports).length', page)).toBeGreaterThan(0);
  });
});

describe('the scripts', () => {
  for (const [name, global] of Object.entries(scripts)) {
    it(`${name} parses as ECMAScript 5`, () => {
      expect(() => parse(read(name), { ecmaVersion: 5 })).not.toThrow();
    });

    it(`${name} loads with no built-in younger than 2014, and leaves one global`, () => {
      const page = pageOf2014();
      const before = Object.getOwnPropertyNames(page);
      expect(() => runInContext(read(name), page)).not.toThrow();
      expect(Object.getOwnPropertyNames(page).filter((added) => !before.includes(added))).toEqual([global]);
    });
  }

  it('the script with adapter parses as ECMAScript 5 and weighs at most 21,390 bytes, compressed with brotli', () => {
    const script = read('rtc-close-shim.adapter.min.js');
    expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(21_390);
  });

  it('the script with adapter leaves both globals, and does nothing where there is no connection constructor', () => {
    const page = createContext({});
    runInContext('var window = this;', page);
    const before = Object.getOwnPropertyNames(page);
    runInContext(read('rtc-close-shim.adapter.min.js'), page);
    expect(Object.getOwnPropertyNames(page).filter((added) => !before.includes(added)).sort()).toEqual(['adapter', 'rtcCloseShim']);
    expect(runInContext('adapter.browserDetails.browser + rtcCloseShim.report().length', page)).toBe('Not a browser.0');
  });

  // The modules' budgets are in package.json (size-limit).
  it('the shim weighs at most 8,400 bytes, compressed with brotli', () => {
    expect(brotliCompressSync(read('rtc-close-shim.min.js')).length).toBeLessThanOrEqual(8400);
  });

  it('the shim does nothing where there is no connection constructor', () => {
    const page = pageOf2014();
    runInContext(read('rtc-close-shim.min.js'), page);
    expect(runInContext('JSON.stringify(rtcCloseShim.report())', page)).toBe('[]');
    expect(runInContext('rtcCloseShim.uninstall()', page)).toBe(true);
  });
});
