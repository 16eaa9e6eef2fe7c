import { fileURLToPath } from 'node:url';
import typescript from '@rollup/plugin-typescript';
import { rollup } from 'rollup';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The suite as one ES5 script that leaves the global `rtcCloseNeverWorse`.
 * @returns {Promise<string>}
 */
export async function bundlePage() {
  const bundle = await rollup({
    input: `${root}src/never-worse.ts`,
    plugins: [typescript({ tsconfig: `${root}tsconfig.json`, noEmit: false, target: 'ES5', ignoreDeprecations: '6.0', filterRoot: root, include: ['src/**/*.ts'], rootDir: `${root}src`, outDir: `${root}dist` })],
  });
  const { output } = await bundle.generate({ name: 'rtcCloseNeverWorse', format: 'iife', esModule: false, freeze: false, generatedCode: 'es5' });
  await bundle.close();
  return output[0].code;
}
