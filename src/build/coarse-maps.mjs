import { decode, encode } from '@jridgewell/sourcemap-codec';

/**
 * The rollup plugin that makes the modules' source maps small: a map leads from each line to where it begins in its source, which is as fine as what is
 * not minified needs. The module of which `isItsOwnSource` says so has none: it is compiled comments and all, and reads like its source.
 * @param {{ isItsOwnSource: (name: string) => boolean }} which
 * @returns {import('rollup').Plugin}
 */
export function coarseMaps({ isItsOwnSource }) {
  return {
    name: 'coarse-maps',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.sourcemapFileName) continue;
        const map = bundle[file.sourcemapFileName];
        if (map?.type !== 'asset') throw new Error(`${file.fileName} has a source map that rollup did not make a file of`);
        if (isItsOwnSource(file.name)) {
          delete bundle[file.sourcemapFileName];
          file.code = file.code.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
        } else map.source = coarse(JSON.parse(String(map.source)));
      }
    },
  };
}

/** @param {{ mappings: string, names: string[] }} map */
function coarse(map) {
  const lines = decode(map.mappings).map((segments) => segments.slice(0, 1).map((segment) => /** @type {typeof segment} */ (segment.slice(0, 4))));
  return JSON.stringify({ ...map, names: [], mappings: encode(lines) });
}
