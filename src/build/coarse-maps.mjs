import { decode, encode } from '@jridgewell/sourcemap-codec';
import { isShim } from './own-names.mjs';

/**
 * The rollup plugin that leaves a source map to the one module that needs it, that with the shim, in which names are shortened. The others are
 * compiled as they are written, with the comments on their functions: they read like their sources but for the types. It leads from each line to
 * where that begins in its source, which is as fine as what is not minified needs.
 * @returns {import('rollup').Plugin}
 */
export function coarseMaps() {
  return {
    name: 'coarse-maps',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.sourcemapFileName) continue;
        const map = bundle[file.sourcemapFileName];
        if (map?.type !== 'asset') throw new Error(`${file.fileName} has a source map that rollup did not make a file of`);
        if (isShim(file.moduleIds)) map.source = coarse(JSON.parse(String(map.source)));
        else {
          delete bundle[file.sourcemapFileName];
          file.code = file.code.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
        }
      }
    },
  };
}

/**
 * The lines of imports, those that speak to the linter, and comments of one line are left empty: all sources are in one module, `fn.js` has the comments, and the package weighs less.
 * @param {{ mappings: string, names: string[], sourcesContent: string[] }} map
 */
function coarse(map) {
  const sourcesContent = map.sourcesContent.map((source) => source.replace(/^import .*$|^ *\/\* eslint-.*$|^ *\/\/.*$/gm, ''));
  const lines = decode(map.mappings).map((segments) => segments.slice(0, 1).map((segment) => /** @type {typeof segment} */ (segment.slice(0, 4))));
  return JSON.stringify({ ...map, sourcesContent, names: [], mappings: encode(lines) });
}
