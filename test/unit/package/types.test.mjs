import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packInto } from '../../package/pack.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const MODULES = ['module.mts', 'globals.mts', 'data.mts'];

/** @type {string} */
let app;
beforeAll(async () => {
  app = mkdtempSync(join(tmpdir(), 'rtc-close-shim-types-'));
  await packInto(app);
  cpSync(here('../../package/consumer'), app, { recursive: true });
  const data = readFileSync(here('../../../compat-data.json'), 'utf8');
  writeFileSync(join(app, 'data.mts'), `import { type CompatData } from 'rtc-close-shim/compat-data.json';\nexport const data: CompatData = ${data};\n`);
}, 60_000);
afterAll(() => rmSync(app, { recursive: true }));

/**
 * What TypeScript says against these files of an application; the types of its packages are checked too.
 * @param {string[]} names
 * @param {Partial<import('typescript').CompilerOptions>} resolution
 */
function errors(names, resolution) {
  /** @type {import('typescript').CompilerOptions} */
  const options = { strict: true, noEmit: true, skipLibCheck: false, skipDefaultLibCheck: true, target: ts.ScriptTarget.ES2020, lib: ['lib.es2020.d.ts', 'lib.dom.d.ts'], types: [], ...resolution };
  const program = ts.createProgram(names.map((name) => join(app, name)), options, ts.createCompilerHost(options));
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName.slice(app.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const node16 = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
const node10 = { module: ts.ModuleKind.ES2020, moduleResolution: ts.ModuleResolutionKind.Node10, ignoreDeprecations: '6.0', resolveJsonModule: true, esModuleInterop: true };

describe('the types, with nothing but ES2020 and DOM, libraries checked', { timeout: 60_000 }, () => {
  it('under moduleResolution bundler', () => expect(errors(MODULES, bundler)).toEqual([]));
  it('under moduleResolution node16', () => expect(errors([...MODULES, 'common.cts'], node16)).toEqual([]));
  it('under the old moduleResolution node10, but for the data, which is the JSON there', () => expect(errors(['globals.mts', 'without-data.mts'], node10)).toEqual([]));
  it('declare the prefixed constructors for no one who did not ask', () => expect(errors(['without-globals.mts'], bundler)).toEqual([]));

  it.each([['bundler', bundler], ['node16', node16]])('with webrtc-adapter, under moduleResolution %s', (_name, resolution) => {
    rmSync(join(app, 'node_modules/webrtc-adapter'), { force: true });
    symlinkSync(here('../../../node_modules/webrtc-adapter'), join(app, 'node_modules/webrtc-adapter'));
    expect(errors(['adapter.mts'], resolution)).toEqual([]);
  });

  it('are judged: a mistake is found', () => {
    writeFileSync(join(app, 'mistake.mts'), "import { nonesuch } from 'rtc-close-shim/fn';\nexport { nonesuch };\n");
    expect(errors(['mistake.mts'], bundler)).toEqual([expect.stringContaining('nonesuch')]);
  });
});

describe('the docstrings', () => {
  it('are there for every export of every entry', () => {
    const entries = ['index', 'fn', 'check', 'peer', 'with-adapter', 'globals'].map((name) => join(app, `node_modules/rtc-close-shim/dist/${name}.d.ts`));
    const program = ts.createProgram(entries, { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] });
    const checker = program.getTypeChecker();
    const bare = entries.flatMap((entry) => {
      const file = program.getSourceFile(entry);
      const module = file && checker.getSymbolAtLocation(file);
      if (!module) throw new Error(`${entry} is no module`);
      return checker.getExportsOfModule(module).filter((one) => !described(one, checker)).map((one) => `${entry}: ${one.name}`);
    });
    expect(bare).toEqual([]);
  });
});

/**
 * @param {import('typescript').Symbol} symbol
 * @param {import('typescript').TypeChecker} checker
 */
function described(symbol, checker) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.getDocumentationComment(checker).length > 0;
}
