import { readFileSync } from 'node:fs';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { parse } from 'acorn';
import { dts } from 'rollup-plugin-dts';
import { baked } from './src/compat/baked.mjs';
import { playgroundPage } from './src/playground/playground-page.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! rtc-close-shim ${version} | BSD-3-Clause */`;

// Those of src/timeline are no TypeScript, as Node runs them too.
const modules = { filterRoot: '.', include: ['src/**/*.ts', 'src/timeline/*.mjs'], rootDir: './src', outDir: './dist' };

/** @param {'ES5' | 'ES2020'} target */
const compile = (target) => [
  // Modules load in engines that have modules.
  baked({ oldEngines: target === 'ES5' }),
  typescript({ tsconfig: './tsconfig.json', noEmit: false, target, ignoreDeprecations: '6.0', sourceMap: true, inlineSources: true, ...modules }),
];

/**
 * Ends the build where a script is not ECMAScript 5.
 * @type {import('rollup').Plugin}
 */
const provesEs5 = {
  name: 'proves-es5',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') parse(file.code, { ecmaVersion: 5 });
  },
};

/**
 * One ES5 script, for engines without modules.
 * @param {string} input
 * @param {string} file
 * @param {string} [name] its one global; none without
 * @param {import('rollup').Plugin[]} more
 * @returns {import('rollup').RollupOptions}
 */
const script = (input, file, name, more = []) => ({
  input,
  output: { file, name, banner, format: 'iife', sourcemap: true, esModule: false, freeze: false, generatedCode: 'es5' },
  // Nothing `unsafe`: what the minifier assumes has to hold on any page.
  plugins: [...compile('ES5'), terser({ ecma: 5, compress: { passes: 3 }, format: { comments: /^!/ } }), provesEs5, ...more],
});

const input = { index: 'src/index.ts', fn: 'src/fn.ts', check: 'src/check.ts' };

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input,
    output: { dir: 'dist', format: 'es', sourcemap: true, banner, chunkFileNames: 'shared/[name].js' },
    plugins: compile('ES2020'),
  },
  { input, output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name].d.ts' }, plugins: [dts()] },
  script('src/script.ts', 'dist/rtc-close-shim.min.js', 'rtcCloseShim'),
  script('src/check.ts', 'dist/rtc-close-check.min.js', 'rtcCloseCheck'),
  script('src/playground/playground.ts', 'dist/playground.min.js', undefined, [playgroundPage()]),
];
