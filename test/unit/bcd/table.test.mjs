import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { Ajv } from 'ajv';
import { Compat, walk as publishedWalk } from 'compute-baseline/browser-compat-data';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inheritanceProblems, linkProblems, rules, styled } from './rules.mjs';
import { walk } from './walk.mjs';

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const table = read('../../../compat-data.json');
const tree = { api: table.api };
const paths = Object.keys(table.clauses);
const schema = new Ajv({ allErrors: true }).compile(read('./source-schema.json'));

// No browser ever did it, or none does any more: browser-compat-data would not take these rows, and nothing is known here that more needs to be said of.
const OBSOLETE = ['channels_fire_nothing_else', 'channels_read_closed', 'remote_side_stays_readable'].map((name) => `api.RTCPeerConnection.close.${name}`);

describe('a tool of browser-compat-data', () => {
  it('walks the tree, and finds each clause', () => {
    expect([...walk(table.api, 'api')].map(({ path }) => path).sort()).toEqual([...paths].sort());
  });
  it('that is published walks it, too, and reads each statement', () => {
    expect([...publishedWalk(['api'], table)].map(({ path }) => path).sort()).toEqual([...paths].sort());
    const compat = new Compat({ browsers: bcd.browsers, ...tree });
    const said = [...compat.walk(['api'])].map((feature) => ['chrome', 'firefox', 'safari', 'opera_android'].map((id) => feature.supportStatements(compat.browser(id)).map((one) => [typeof one.version_added, one.partial_implementation])));
    expect(said).toHaveLength(paths.length);
    const firefox = compat.feature('api.RTCPeerConnection.close.transceivers_read_stopped').supportStatements(compat.browser('firefox'));
    expect(firefox.map(({ version_added }) => version_added)).toEqual(['140']);
    const [release] = compat.feature('api.RTCPeerConnection.close.stats_stay_available').supportStatements(compat.browser('chrome'));
    expect(release?.supportedBy().length).toBeGreaterThan(50);
  });
  it('merges it into its own data: nothing is there twice', () => {
    for (const path of paths) {
      const name = /** @type {string} */ (path.split('.').at(-1));
      expect(bcd.api.RTCPeerConnection?.close).not.toHaveProperty(name);
    }
    expect(table.api.RTCPeerConnection.close).not.toHaveProperty('__compat');
  });
});

describe('the schema and the linters of browser-compat-data', () => {
  it('take the tree', () => {
    expect(schema(tree), JSON.stringify(schema.errors?.slice(0, 5))).toBe(true);
    expect(styled(tree)).toBe(JSON.stringify(tree, null, 2));
    expect(linkProblems(JSON.stringify(tree))).toEqual([]);
  });
  it.each(Object.keys(rules))('take each row: %s', (name) => {
    const found = [...walk(tree)].flatMap(({ path, compat }) => (rules[name]?.(compat, path) ?? []).map((problem) => `${path}: ${problem}`));
    expect(found.map((line) => line.split(':')[0])).toEqual(name === 'obsolete' ? OBSOLETE : []);
  });
  it('take the rows below close() as MDN has it', () => {
    const close = { ...bcd.api.RTCPeerConnection?.close, ...table.api.RTCPeerConnection.close };
    expect(inheritanceProblems({ api: { RTCPeerConnection: { close } } })).toEqual([]);
  });
});

describe('the types of @mdn/browser-compat-data', { timeout: 60_000 }, () => {
  /** @type {string} */
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rtc-close-shim-bcd-'));
    symlinkSync(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /**
   * What TypeScript says against rows, each in a line of its own; where a file of theirs is, their build adds.
   * Their type of a whole tree takes no literal, not of their own data either: by it `__compat`, too, would be a feature.
   * @param {any} api
   */
  function wrongRows(api) {
    const rows = [...walk(api, 'api')].map(({ compat }) => JSON.stringify(compat));
    const head = "import type { CompatStatement } from '@mdn/browser-compat-data';\nexport const rows: Omit<CompatStatement, 'source_file'>[] = [";
    writeFileSync(join(folder, 'rows.mts'), `${head}\n${rows.join(',\n')}\n];\n`);
    const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, types: [], resolveJsonModule: true };
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([join(folder, 'rows.mts')], options));
    return problems.map(({ file, start = 0 }) => (file?.text.slice(0, start).split('\n').length ?? 0) - 2);
  }

  it('accept every row', () => expect(wrongRows(table.api)).toEqual([]));
  it.each([
    ['what is no part of a row', (/** @type {any} */ compat) => (compat.evidence = [])],
    ['a version that is not known', (/** @type {any} */ compat) => (compat.support.chrome = { version_added: null })],
    ['a list of one', (/** @type {any} */ compat) => (compat.support.chrome = [{ version_added: '1' }])],
  ])('would not accept %s', (_what, spoil) => {
    const api = structuredClone(table.api);
    spoil(api.RTCPeerConnection.close.calls_are_refused.__compat);
    expect(wrongRows(api)).toEqual([1]);
  });
});
