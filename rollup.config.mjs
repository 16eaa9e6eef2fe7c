import { readFileSync } from 'node:fs';
import typescript from '@rollup/plugin-typescript';
import terser from '@rollup/plugin-terser';
import { baked } from './src/compat/baked.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! rtc-close-shim ${version} | BSD-3-Clause */`;

const compile = (target) => [
  baked(),
  typescript({ tsconfig: './tsconfig.json', noEmit: false, target, ignoreDeprecations: '6.0', sourceMap: true, declaration: false }),
];
// No `unsafe` options: what terser may assume has to hold on any page.
const minify = (ecma) => terser({ ecma, compress: { passes: 3 }, format: { comments: /^!/ } });

/** The entries of the package, the script tag, and the suite as one script for engines without modules. */
export default [
  {
    input: { index: 'src/index.ts', fn: 'src/fn.ts', check: 'src/check.ts' },
    output: { dir: 'dist', format: 'es', sourcemap: true, banner, chunkFileNames: 'shared/[name].js' },
    plugins: compile('ES2020'),
  },
  {
    input: 'src/script.ts',
    output: { file: 'dist/rtc-close-shim.min.js', format: 'iife', name: 'rtcCloseShim', sourcemap: true, banner, esModule: false, freeze: false, generatedCode: 'es5' },
    plugins: [...compile('ES5'), minify(5)],
  },
  {
    input: 'src/check.ts',
    output: { file: 'dist/rtc-close-check.min.js', format: 'iife', name: 'rtcCloseCheck', sourcemap: true, banner, esModule: false, freeze: false, generatedCode: 'es5' },
    plugins: [...compile('ES5'), minify(5)],
  },
];
