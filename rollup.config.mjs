import { readFileSync } from 'node:fs';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { parse } from 'acorn';
import { dts } from 'rollup-plugin-dts';
import { adapterNotice } from './src/build/adapter-notice.mjs';
import { bundlesAdapter } from './src/build/bundles-adapter.mjs';
import { coarseMaps } from './src/build/coarse-maps.mjs';
import { minifiesCommonJs } from './src/build/minifies-common-js.mjs';
import { ownNames, shortensOwnNames } from './src/build/own-names.mjs';
import { printsIntegrity } from './src/build/prints-integrity.mjs';
import { baked, inlinesFlags } from './src/compat/baked.mjs';
import { playgroundPage } from './src/playground/playground-page.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! rtc-close-shim ${version} | BSD-3-Clause */`;

// Those of src/timeline and src/measurement are no TypeScript, as Node runs them too.
const compiled = { filterRoot: '.', include: ['src/**/*.ts', 'src/timeline/*.mjs', 'src/measurement/*.mjs'], rootDir: './src', outDir: './dist' };

/** @param {'ES5' | 'ES2017'} target what every engine that loads modules parses: Chromium 61, Firefox 60, Safari 10.1, EdgeHTML 16 */
function compile(target) {
  const form = { oldEngines: target === 'ES5' };
  return [
    baked(form),
    typescript({ tsconfig: './tsconfig.json', noEmit: false, target, ignoreDeprecations: '6.0', sourceMap: true, inlineSources: true, ...compiled }),
    inlinesFlags(form),
  ];
}

/**
 * Ends the build where a script is not ECMAScript 5, or not ASCII: a page that names no character set reads it as windows-1252.
 * @type {import('rollup').Plugin}
 */
const provesScript = {
  name: 'proves-script',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      parse(file.code, { ecmaVersion: 5 });
      const [foreign] = /[^\0-\x7f].{0,20}/.exec(file.code) ?? [];
      if (foreign !== undefined) this.error(`${file.fileName} is not ASCII: it has "${foreign}"`);
    }
  },
};

/**
 * One ES5 script, for engines without modules.
 * @param {string} input
 * @param {string} file
 * @param {string} [name] its one global; none without
 * @param {{ notice?: string, before?: import('rollup').Plugin[], after?: import('rollup').Plugin[] }} [more]
 * @returns {import('rollup').RollupOptions}
 */
const script = (input, file, name, { notice, before = [], after = [printsIntegrity()] } = {}) => ({
  input,
  // In a module what is declared is no global: `this` tells.
  output: { file, name, ...(name && { footer: `this || (self.${name} = ${name});` }), banner: notice ? `${banner}\n${notice}` : banner, format: 'iife', esModule: false, freeze: false, generatedCode: 'es5' },
  // Nothing `unsafe`: what the minifier assumes has to hold on any page. What is not inlined is repeated, and compresses better. `builtins`: of the
  // shim's own names a few are members of objects of the platform's that it does not touch (test/unit/build/own-names.test.mjs).
  plugins: [...before, ...compile('ES5'), terser({ ecma: 5, compress: { passes: 3, inline: 1 }, mangle: { properties: { regex: ownNames, keep_quoted: true, builtins: true } }, format: { comments: /^!/, ascii_only: true } }), provesScript, ...after],
});

/** The modules: each is an entry of the package (see `exports` in package.json) under its name, `index` under none. */
const input = Object.fromEntries(['index', 'fn', 'check', 'peer', 'with-adapter', 'globals'].map((name) => [name, `src/${name}.ts`]));
const external = ['webrtc-adapter'];

/**
 * The modules in one of their two forms: for `import`, and for `require()`.
 * @param {'es' | 'cjs'} format
 * @param {string} ending of the files
 * @returns {import('rollup').OutputOptions}
 */
const modules = (format, ending) => ({ dir: 'dist', format, entryFileNames: `[name].${ending}`, chunkFileNames: `shared/[name].${ending}` });

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input,
    external,
    output: [
      { ...modules('es', 'js'), sourcemap: true, banner },
      { ...modules('cjs', 'cjs'), banner, interop: 'auto' },
    ],
    plugins: [...compile('ES2017'), shortensOwnNames(), minifiesCommonJs(), coarseMaps({ isItsOwnSource: (name) => name === 'check' })],
    // `globals` is of types alone.
    onLog: (level, log, handle) => void (log.code === 'EMPTY_BUNDLE' || handle(level, log)),
  },
  { input, external, output: [modules('es', 'd.ts'), modules('es', 'd.cts')], plugins: [dts()] },
  script('src/script.ts', 'dist/rtc-close-shim.min.js', 'rtcCloseShim'),
  script('src/script-with-adapter.ts', 'dist/rtc-close-shim.adapter.min.js', 'rtcCloseShim', { notice: adapterNotice(), before: [bundlesAdapter()] }),
  script('src/check.ts', 'dist/rtc-close-check.min.js', 'rtcCloseCheck'),
  script('src/peer.ts', 'dist/rtc-close-peer.min.js', 'rtcClosePeer'),
  // For the playground, which measures what is lost, too.
  script('src/never-worse.ts', 'dist/rtc-close-never-worse.min.js', 'rtcNeverWorse', { after: [] }),
  script('src/playground/playground.ts', 'dist/playground.min.js', undefined, { after: [playgroundPage()] }),
];
