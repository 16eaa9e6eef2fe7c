import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLE = `${ROOT}webrtc-adapter.bundle.js`;

/**
 * The rollup plugin that puts the installed webrtc-adapter in the place of its import, as ECMAScript 5: it is published so, its dependency nearly.
 * @returns {import('rollup').Plugin}
 */
export function bundlesAdapter() {
  return {
    name: 'bundles-adapter',
    resolveId: (id) => (id === 'webrtc-adapter' ? BUNDLE : null),
    load: (id) => (id === BUNDLE ? bundle() : null),
    transform: (code, id) => (id === BUNDLE ? asEs5(code) : null),
  };
}

async function bundle() {
  const { outputFiles } = await build({
    stdin: { contents: "export default require('webrtc-adapter').default;", resolveDir: ROOT, sourcefile: 'webrtc-adapter' },
    absWorkingDir: ROOT,
    outfile: BUNDLE,
    bundle: true,
    write: false,
    format: 'esm',
    // What is published for engines of its time; `module` is the source.
    mainFields: ['main'],
    sourcemap: 'external',
    logLevel: 'error',
  });
  const text = (/** @type {string} */ end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { code: text('.js'), map: JSON.parse(text('.map')) };
}

/** @param {string} code */
function asEs5(code) {
  const { outputText, sourceMapText = '' } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ESNext, sourceMap: true, ignoreDeprecations: '6.0' },
  });
  return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: JSON.parse(sourceMapText) };
}
