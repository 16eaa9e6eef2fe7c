import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * `scriptOf`, compiled: this command runs on engines of Node that know no TypeScript.
 * @returns {Promise<typeof import('./script-of').scriptOf>}
 */
export async function loadScriptOf() {
  const entry = fileURLToPath(new URL('script-of.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], write: false, format: 'esm', bundle: true, logLevel: 'silent' });
  const { scriptOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
  return scriptOf;
}
